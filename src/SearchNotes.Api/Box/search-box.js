// The search box, served as you read it. See docs/embed.md.

const english = {
  language: 'en',
  label: 'Search the talks',
  placeholder: 'Search talks, speakers, code',
  clear: 'Clear',
  close: 'Close',
  results: { one: '{n} result', other: '{n} results' },
  searching: 'Searching…',
  none: 'Nothing found for “{query}”.',
  near: 'No good answer to “{query}”. The nearest:',
  absent: 'Found nowhere: {words}.',
  givenUp: 'Not in the best result: {words}.',
  corrected: 'Searched for “{to}” instead of “{from}”.',
  didYouMean: 'Did you mean “{to}”?',
  partial: 'Time ran out; there may be more.',
  failed: 'The search does not answer now. Try again.',
  broken: 'Files of the search are missing. Try again in a minute.',
  retry: 'Try again',
  browse: 'All talks, newest first',
  keys: '[↑] [↓] select  [↵] open  [esc] close',
  more: 'More results',
  all: { one: 'Search page with {n} result', other: 'Search page with all {n} results' },
  narrow: 'Narrow the search',
  newest: 'Newest first',
  speaker: 'Speaker',
  tag: 'Tag',
  by: '{kind} by ',
  event: 'Event',
  recommended: 'Recommended',
  searches: 'Recent searches',
  talks: 'Recently opened',
  post: 'Blog post',
  remember: 'Remember searches in this browser',
  hint: 'Words, names, code; “exact phrases”, speaker:name, tag:name, has:code.',
};

// --- Elements. No string is ever read as HTML. Each class is a part too.

function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value != null) made.setAttribute(key, value);
  }
  made.part = attributes.class ?? '';
  made.append(...children.filter(Boolean));
  return made;
}

const marked = runs => runs.map(run => run.match ? el('mark', { class: 'mark' }, run.text) : run.text);

function webAddress(url) {
  const link = el('a', { href: url });
  return url && /^https?:$/.test(link.protocol) ? link.href : null;
}

// --- The service.

const answers = new Map();

/** Gets JSON, once per address; retries once. */
async function ask(address, signal, cache) {
  for (let attempt = 1; cache || !answers.has(address); attempt++) {
    try {
      const response = await fetch(address, {
        credentials: 'omit', cache,
        signal: AbortSignal.any([signal, AbortSignal.timeout(8000)]),
      });
      if (response.ok) answers.set(address, await response.json());
      else if (response.status < 500) attempt = 2;
      if (!response.ok) throw { name: response.status === 404 ? 'Broken' : 'Error' };
      break;
    } catch (fault) {
      if (attempt > 1 || signal.aborted) throw fault;
      await new Promise(done => setTimeout(done, 400));
    }
  }
  return answers.get(address);
}

// --- Static files in place of a service. See docs/static.md.

/** Set by the export. */
const ownEngine = '';
const ownFolder = new URL('.', import.meta.url).href.slice(0, -1);
const folders = new Map();
const engines = new Map();

const folderAt = address => folders.get(address) ?? folders.set(address, new Folder(address)).get(address);

class Folder {
  #entry; #engine;

  constructor(address) {
    this.address = address;
  }

  /** Loads engine and entry. */
  start() {
    if (ownEngine && this.address === ownFolder) engineAt(`${this.address}/${ownEngine}`);
    return this.#entry ??= this.#read().catch(fault => {
      this.#entry = null;
      throw fault;
    });
  }

  async #read(cache = 'no-cache') {
    const entry = await ask(`${this.address}/searchnotes-index.json`, AbortSignal.timeout(8000), cache);
    this.#engine = engineAt(`${this.address}/${entry.engine}`);
    await (await this.#engine)('open', entry);
    return entry;
  }

  /** Answers as the service would. If files are missing, reads the entry again. */
  async ask(address, signal) {
    if (answers.has(address)) return answers.get(address);
    const { pathname, searchParams } = new URL(address);
    const call = pathname.split('/').at(-1);
    const argument = { ...Object.fromEntries(searchParams), talks: false };
    let entry = await this.start();
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await (await this.#engine)(call, argument);
        signal.throwIfAborted();
        answers.set(address, answer);
        return answer;
      } catch (fault) {
        if (attempt > 1 || fault.name !== 'Broken' || signal.aborted) throw fault;
        const { generation } = entry;
        entry = await (this.#entry = this.#read('reload'));
        if (entry.generation === generation) throw fault;
      }
    }
  }
}

/** Calls an engine: in a worker, or on the page if the browser forbids workers. */
function engineAt(address) {
  const start = async () => {
    const calls = new URL(address).origin === location.origin && await workerAt(address).catch(() => null);
    if (calls) return calls;
    const engine = await import(address).catch(() => { throw { name: 'Broken' }; });
    return (call, argument) => engine[call](argument);
  };
  const starting = engines.get(address) ?? start();
  engines.set(address, starting);
  starting.catch(() => engines.delete(address));
  return starting;
}

let policy; // For pages with trusted types.

function workerAt(address) {
  return new Promise((done, failed) => {
    policy ??= globalThis.trustedTypes?.createPolicy('searchnotes', { createScriptURL: text => text }) ?? { createScriptURL: String };
    const worker = new Worker(policy.createScriptURL(address), { type: 'module' });
    const waiting = new Map();
    let count = 0;
    worker.onerror = failed;
    worker.onmessage = ({ data: { id, answer, fault } }) => {
      if (id == null) return done((call, argument) => new Promise((...ends) => {
        waiting.set(++count, ends);
        worker.postMessage({ id: count, call, argument });
      }));
      const [resolve, reject] = waiting.get(id);
      waiting.delete(id);
      if (fault) reject(fault);
      else resolve(answer);
    };
  });
}

async function stringsFor(box) {
  const language = box.closest('[lang]')?.lang || 'en';
  const served = /^(ar|de|es|fr|ja)\b/i.exec(language)?.[0].toLowerCase();
  const address = box.getAttribute('strings') ?? (served && `${box.endpoint}/search-box/strings/${served}.json`);
  try {
    return { ...english, ...(address && { language, ...await ask(address, AbortSignal.timeout(3000)) }) };
  } catch {
    return english;
  }
}

// --- Recent searches and opened hits. They stay in this browser.

const memory = {
  read() {
    const nothing = { on: true, searches: [], talks: [] };
    try {
      return { ...nothing, ...JSON.parse(localStorage.getItem('searchnotes')) };
    } catch {
      return { ...nothing, on: false };
    }
  },
  write(state) {
    try {
      localStorage.setItem('searchnotes', JSON.stringify(state));
    } catch {
      // Full
    }
  },
  add(list, entry) {
    const state = this.read();
    const others = state[list].filter(old => (old.id ?? old) !== (entry.id ?? entry));
    if (state.on) this.write({ ...state, [list]: [entry, ...others].slice(0, 5) });
  },
};

// --- Keeps the page behind the dialog from scrolling.

const still = new CSSStyleSheet();
document.adoptedStyleSheets.push(still);

function lockScroll(on) {
  const gutter = innerWidth > document.documentElement.clientWidth ? 'scrollbar-gutter: stable' : '';
  still.replaceSync(on ? `html { overflow: hidden !important; ${gutter} }` : '');
}

// --- The page's own colours, if they are legible.

const night = matchMedia('(prefers-color-scheme: dark)');

/** `front` is the button, or the inline form. */
function takeColours(box, front) {
  const { host } = front.getRootNode();
  const theme = host.getAttribute('theme');
  const [page, html] = [document.body, document.documentElement].map(element => getComputedStyle(element));
  const links = [...document.querySelectorAll('main a, article a, p a')].slice(0, 50).map(link => getComputedStyle(link).color);

  const { style } = front.firstChild;
  box.style.colorScheme = '';

  // Mixed, any colour reads color(srgb r g b / a).
  const read = colour => {
    style.color = `color-mix(in srgb, ${colour}, ${colour})`;
    return [...getComputedStyle(front.firstChild).color.match(/[\d.]+(e-\d+)?/g).map(Number), 1];
  };
  const light = ([r, g, b]) => 0.2126 * r ** 2.2 + 0.7152 * g ** 2.2 + 0.0722 * b ** 2.2 + 0.05;
  const contrast = (a, b) => Math.max(light(a) / light(b), light(b) / light(a)); // WCAG 2, 1.4.3

  // Filled if it would be hard to read.
  const ground = colourBehind(front, read);
  if (ground !== undefined) front.classList.toggle('solid', !ground || contrast(read(getComputedStyle(front).color), ground) < 7);

  const painted = theme ? null : [page, html].map(style => style.backgroundColor).find(colour => read(colour)[3] > 0.9);
  const back = read(painted ?? ((theme ? theme === 'dark' : night.matches) ? '#1d1e22' : '#fff'));
  const dark = light(back) < 0.23;
  const set = (name, onPage, otherwise, least) => {
    const colour = painted && onPage ? read(onPage) : back;
    const [r, g, b] = contrast(colour, back) < least ? read(otherwise) : colour;
    for (const { style } of [box, front]) style.setProperty(`--_${name}`, `color(srgb ${r} ${g} ${b})`);
  };
  set('back', painted, '', 1);
  set('ink', page.color, dark ? '#ececf1' : '#1c1c22', 9);
  set('accent', links.find(colour => colour !== page.color), dark ? '#9ab8ff' : '#0a4bb5', 5.5);
  box.style.colorScheme = dark ? 'dark' : 'light';
  style.color = '';
}

/** The colour behind an element; null for an image, undefined if invisible. */
function colourBehind(front, read) {
  const { host } = front.getRootNode();
  const { left, top } = front.getBoundingClientRect();
  const stack = document.elementsFromPoint(left + 9, top + 9);
  if (!stack.includes(host)) return undefined;
  for (const layer of [front, ...stack.slice(stack.indexOf(host)), document.body]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(layer);
    if (backgroundImage !== 'none' || layer.matches('img, svg, video, canvas')) return null;
    const colour = read(backgroundColor);
    if (colour[3] > 0.1) return colour[3] > 0.9 ? colour : null;
  }
  return read('Canvas');
}

function watch(changed, signal) {
  let timer;
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(() => signal.aborted || changed(), 50);
  };
  for (const target of [window, visualViewport, night]) {
    for (const event of ['load', 'resize', 'scroll', 'transitionend', 'change']) target.addEventListener(event, soon, { signal });
  }
  const observer = new MutationObserver(soon);
  for (const element of [document.documentElement, document.body]) observer.observe(element, { attributes: true });
  signal.addEventListener('abort', () => observer.disconnect());
}

// --- The element.

let count = 0;
const boxes = () => [...document.querySelectorAll('search-notes')];

class SearchNotes extends HTMLElement {
  #text; #plain; #name; #box; #front; #form; #sort; #input; #panel; #said; #chips; #list; #foot; #live; #connected; #timer; #asking; #shown; #active; #early; #beside;

  /** The service, or the folder of static files. */
  get endpoint() {
    const given = this.getAttribute('index') ?? this.getAttribute('endpoint');
    return new URL(given ?? '.', given == null ? import.meta.url : document.baseURI).href.replace(/\/$/, '');
  }

  /** Opens the box once it is ready. */
  open(query) {
    if (!this.#connected) return void (this.#early = { query });
    this.#input.value = query ?? this.#input.value;
    this.#show();
  }

  close() {
    this.#early = null;
    if (!this.#connected) return;
    if (this.#isDialog) return this.#box.close();
    this.#stop();
    this.#panel.hidden = true;
    this.#activate();
  }

  async connectedCallback() {
    this.#plain = this.querySelector('form');
    const field = this.#plain?.querySelector('[name=q], [type=search], [type=text], input:not([type])');
    this.#name ??= field?.name || 'q';
    this.#text ??= await stringsFor(this);
    if (!this.isConnected || this.#connected) return;
    if (!this.shadowRoot) this.#build(field);
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    document.addEventListener('keydown', event => this.#shortcut(event), { signal });
    addEventListener('popstate', () => this.#travelled(), { signal });
    watch(() => this.#adapt(), signal);
    this.#adapt();

    // At once for a query in the address, or a focused form.
    const query = this.#kept ?? (this.#isOwner && new URLSearchParams(location.search).get(this.#name) || null);
    if (query != null) this.#show(query);
    else if (this.#early || this.#plain?.contains(document.activeElement)) this.open(this.#early?.query);
  }

  disconnectedCallback() {
    this.#connected?.abort();
    this.#connected = null;
    lockScroll(false);
    if (this.#box) this.#stop();
  }

  get #options() { return [...this.#panel.querySelectorAll('[role=option]')]; }

  /** Whether the results are part of the page. */
  get #isOnPage() { return this.getAttribute('mode') === 'page'; }

  get #isDialog() { return this.#box.localName === 'dialog'; }

  get #shortcuts() { return this.#isOff('shortcut') ? [] : (this.getAttribute('shortcut') ?? '/ mod+k').split(' '); }

  /** This box's query in the history; a dialog with one is open. */
  get #kept() {
    const kept = history.state?.searchnotes;
    return boxes()[kept?.box] === this ? kept.query : null;
  }

  /** Whether it wrote the query in the address, or is first. */
  get #isOwner() {
    return this === (boxes()[history.state?.searchnotes?.box] ?? boxes().find(box => !box.#isOff('url') && box.#name === this.#name));
  }

  /** Whether static files answer in place of a service. */
  get #isStatic() { return this.hasAttribute('index') || ownEngine && !this.hasAttribute('endpoint'); }

  #isOff(attribute) { return this.getAttribute(attribute) === 'off'; }

  #say(key, values) {
    const { language, [key]: text } = this.#text;
    const form = text.other ? text[new Intl.PluralRules(language).select(values.n)] ?? text.other : text;
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(language));
  }

  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(`searchnotes:${name}`, { bubbles: true, cancelable: true, detail }));
  }

  #build(field) {
    const text = this.#text;
    const lang = text.language;
    const plain = this.#plain;
    const label = field?.ariaLabel || field?.labels[0]?.textContent.trim() || text.label;
    const placeholder = field?.placeholder || text.placeholder;
    const onPage = this.#isOnPage;
    const inline = onPage || this.getAttribute('mode') === 'inline';
    const keys = this.#shortcuts;

    this.#input = el('input', {
      class: 'input', name: this.#name, placeholder, 'aria-label': label, maxlength: 512, dir: 'auto',
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'list',
      autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search',
      input: event => event.isComposing || this.#typed(),
      compositionend: () => this.#typed(),
      focus: () => inline && this.#show(),
    });
    this.#input.value = field?.value ?? '';
    this.#form = el('form', {
      class: 'form', role: 'search', action: plain?.action ?? `${this.endpoint}/`, submit: event => this.#submitted(event),
    }, el('i'), this.#input, el('button', { type: 'button', class: 'clear', click: () => this.#askFor('') }, text.clear));
    for (const [name, value] of [...new FormData(plain ?? undefined), ['sort', 'date_desc']]) {
      if (name !== this.#name) this.#form.append(this.#sort = el('input', { type: 'hidden', name, value }));
    }
    this.#sort.disabled = true;
    this.#said = el('div', { class: 'said' });
    this.#chips = el('div', { class: 'chips', role: 'group', 'aria-label': text.narrow });
    this.#list = el('div', { id: 'list', role: 'listbox', 'aria-label': text.label });
    this.#foot = el('div', { class: 'foot' });
    this.#panel = el('div', { class: 'panel', click: event => this.#clicked(event) },
      el('div', { class: 'head' }, this.#said, this.#chips), this.#list, this.#foot);
    this.#live = el('div', { class: 'live', role: 'status' });

    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    if (inline) {
      this.#box = el('div', {
        class: onPage ? 'box page' : 'box', lang,
        focusout: event => onPage || this.#box.contains(event.relatedTarget) || this.close(),
      });
      if (!onPage) this.#panel.addEventListener('mousedown', event => event.preventDefault()); // The input keeps the focus.
      this.#panel.hidden = true;
      this.#front = this.#form;
    } else {
      root.append(this.#front = el('button', {
        class: 'open', type: 'button', lang, 'aria-haspopup': 'dialog', click: () => this.#show(),
        'aria-keyshortcuts': keys.join(' ').replace('mod', 'Control') || null,
      }, el('i'), el('span', {}, placeholder), keys[0] && el('kbd', { 'aria-hidden': 'true' },
        keys[0].replace('mod+k', /Mac|iP/.test(navigator.platform) ? '⌘K' : 'Ctrl K'))));
      this.#form.append(el('button', { type: 'button', 'aria-label': text.close, click: () => this.close() }, '✕'));
      this.#box = el('dialog', {
        class: 'box', lang, 'aria-label': label,
        cancel: event => { event.preventDefault(); this.close(); },
        close: () => this.#closed(),
        mousedown: event => event.target === this.#box && this.close(),
      });
    }
    this.#box.addEventListener('keydown', event => this.#key(event));
    this.#box.append(this.#form, this.#panel, this.#live);
    root.append(this.#box);
  }

  /** A given query is in the address already. */
  #show(query) {
    this.#adapt();
    this.#input.value = query ?? this.#input.value;
    this.#folder().then(folder => folder?.start()).catch(() => {});
    if (this.#isDialog && !this.#box.open) {
      if (query == null) history.pushState({ ...history.state, searchnotes: { box: boxes().indexOf(this), query: '' } }, '');
      lockScroll(true);
      this.#box.showModal();
      this.#input.focus();
      this.#input.select();
    } else if (this.shadowRoot.activeElement !== this.#input) {
      return this.#input.focus();
    }
    this.#typed(0);
  }

  #closed() {
    if (this.#box.open) return; // Forward was quicker.
    lockScroll(false);
    this.#adapt();
    this.#stop();
    if (this.#kept != null) history.back();
    else this.#keep('');
  }

  /** Back closes the dialog, Forward opens it. */
  #travelled() {
    const query = this.#kept;
    if (!this.#isDialog || (query != null) === this.#box.open) return;
    if (query == null) this.close();
    else this.#show(query);
  }

  /** Keeps the query in the address, for sharing and Back. */
  #keep(query, marked = this.#isDialog ? this.#kept != null : query) {
    if (!query && !this.#isOwner) return; // Another box's stays.
    let { state } = history;
    if (marked || state?.searchnotes) state = { ...state, searchnotes: marked ? { box: boxes().indexOf(this), query } : undefined };
    history.replaceState(state, '', this.#isOff('url') ? location : this.#addressWith(query));
  }

  /** The page's address with another query, or none. */
  #addressWith(query) {
    const address = new URL(location);
    const pairs = address.search.slice(1).split('&').filter(pair => pair && !new URLSearchParams(pair).has(this.#name));
    if (query) pairs.push(new URLSearchParams({ [this.#name]: query }));
    address.search = pairs.join('&');
    return address;
  }

  #shortcut(event) {
    const at = event.composedPath()[0];
    const held = event.ctrlKey || event.metaKey ? 'mod+' : event.altKey ? 'alt+' : '';
    if (event.defaultPrevented || event.isComposing || at.isContentEditable || at.matches?.('input, textarea, select')
      || !this.#shortcuts.includes(held + event.key.toLowerCase())) return;
    event.preventDefault();
    this.#show();
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // An input method is at work.
    const { key } = event;
    const mod = event.ctrlKey || event.metaKey;
    const options = this.#options;
    const at = options.indexOf(this.#active);
    const last = options.length - 1;
    const goals = { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, ...(at >= 0 && { Home: 0, End: last }) };

    if (key === 'Escape') {
      if (this.#panel.hidden) this.#askFor('');
      else this.close();
    } else if (key === 'Enter' && this.#active && event.target === this.#input) {
      if (!mod) this.#active.click();
      else if (this.#chosen(this.#active)) open(this.#active.href, '_blank', 'noopener');
    } else if (mod || event.altKey || event.shiftKey && key.length > 1) {
      return;
    } else if (key in goals) {
      if (this.#panel.hidden) this.#typed(0);
      else this.#activate(options[goals[key]]);
    } else {
      if (key.length === 1 && key !== ' ') this.#input.focus();
      return;
    }
    event.preventDefault();
  }

  /** Selects the option that Enter opens. */
  #activate(option) {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option;
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    this.#input.setAttribute('aria-activedescendant', option?.id ?? '');
    this.#input.ariaExpanded = String(!this.#panel.hidden && this.#options.length > 0);
  }

  #typed(delay = 120) {
    const query = this.#input.value.trim();
    this.#stop();
    this.#activate();
    if (!query) return this.#showRecent();
    if (query === this.#shown) {
      this.#keep(query); // Closing took it out of the address.
      return this.#open();
    }
    this.#box.classList.add('busy');
    this.#timer = setTimeout(() => this.#search(query), answers.has(this.#searchAddress(query)) ? 0 : delay);
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#box.classList.remove('busy');
  }

  /** The folder of static files, if any. */
  async #folder() {
    if (this.#isStatic) return folderAt(this.endpoint);
    if (this.hasAttribute('endpoint')) return null;
    return this.#beside ??= fetch(`${ownFolder}/searchnotes-index.json`, { credentials: 'omit' })
      .then(({ status }) => status === 200 ? folderAt(ownFolder) : null).catch(() => null);
  }

  async #get(address, signal) {
    const folder = await this.#folder();
    return folder ? folder.ask(address, signal) : ask(address, signal);
  }

  #askFor(query) {
    this.#input.value = query;
    this.#input.focus();
    this.#typed(0);
  }

  #searchAddress(q) {
    const sort = this.#sort.disabled ? 'relevance' : this.#sort.value;
    return `${this.endpoint}/api/search?${new URLSearchParams({ q, sort, per_page: this.getAttribute('limit') ?? 6, facets: false })}`;
  }

  async #search(query) {
    const { signal } = this.#asking = new AbortController();
    const slow = setTimeout(() => signal.aborted || this.#announce([this.#text.searching]), 1000);
    this.#suggest(query, signal);
    try {
      this.#keep(query); // The answer may not come.
      const answer = await this.#get(this.#searchAddress(query), signal);
      const { hits } = answer.total ? answer : await this.#get(this.#searchAddress(''), signal);
      if (!signal.aborted) this.#showAnswer(query, answer, hits);
    } catch ({ name }) {
      if (!signal.aborted) this.#fill([this.#text[name === 'Broken' ? 'broken' : 'failed']], [],
        el('button', { type: 'button', click: () => this.#askFor(query) }, this.#text.retry));
    }
    clearTimeout(slow);
    if (!signal.aborted) this.#box.classList.remove('busy');
  }

  /** Offers what narrows the search. */
  async #suggest(query, signal) {
    const q = query.replace(/\w+:("[^"]*"|\S+\s)/g, '').replace(/^\s*\w+:"?/, '').trim();
    const found = q.length > 1
      ? await this.#get(`${this.endpoint}/api/suggest?${new URLSearchParams({ q })}`, signal).catch(() => ({})) : {};
    if (signal.aborted) return;
    const chip = (click, ...content) => el('button', { type: 'button', click }, ...content);
    const newest = chip(() => {
      this.#sort.disabled = !this.#sort.disabled;
      this.#shown = null;
      this.#askFor(query);
    }, this.#text.newest);
    newest.ariaPressed = !this.#sort.disabled;
    this.#chips.replaceChildren(newest, ...(query.match(/\w+:("[^"]*"|\S+)/g) ?? []).map(filter =>
      chip(() => this.#askFor(query.replace(filter, '').trim()), filter, ' ✕')), ...['speaker', 'tag', 'event'].flatMap(filter => (found[`${filter}s`] ?? []).slice(0, 2).map(({ name }) =>
      chip(() => this.#narrow(filter, name), el('small', {}, this.#text[filter]), ` ${name}`))));
  }

  /** Replaces the words that a filter completes. */
  #narrow(filter, name) {
    const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const words = this.#input.value.trim().split(/\s+/);
    do words.pop();
    while (words.length && plain(name).split(/[\s-]/).some(part => part.startsWith(plain(words.at(-1)))));
    this.#askFor([...words, `${filter}:"${name}"`, ''].join(' '));
  }

  #fill(lines, groups, foot) {
    this.#list.replaceChildren(...groups);
    const keys = el('span', { class: 'keys', 'aria-hidden': 'true' },
      ...this.#text.keys.split(/[[\]]/).map((part, i) => i % 2 ? el('kbd', {}, part) : part));
    this.#foot.replaceChildren(...foot || groups.length ? [foot || '', keys] : []);
    this.#panel.scrollTop = 0;
    this.#announce(lines);
  }

  #announce(lines) {
    this.#said.replaceChildren(...lines.map(line => el('p', {}, line)));
    this.#live.textContent = lines.map(line => line.textContent ?? line).join(' ');
    this.#shown = null;
    this.#open();
  }

  #open() {
    this.#panel.hidden = !this.#panel.textContent;
    this.#activate(this.#options.find(({ href }) => href && href === this.#active?.href));
    this.#adapt();
  }

  /** Adapts to colours and to a narrow window. */
  #adapt() {
    if (!this.#box.open) takeColours(this.#box, this.#front);
    const { offsetLeft: x, offsetTop: y, width, height } = visualViewport;
    for (const [name, length] of Object.entries({ x, y, width, height })) this.#box.style.setProperty(`--_${name}`, `${length}px`);
    if (this.#isDialog) return;
    this.#panel.style.translate = '0';
    const { left, right } = this.#panel.getBoundingClientRect();
    this.#panel.style.translate = `${Math.max(x + 8 - left, Math.min(0, x + width - 8 - right))}px`;
  }

  /** Where nothing is found, the hits are the newest talks. */
  #showAnswer(query, answer, hits) {
    const { total, corrections, absent, near_only: nearOnly } = answer;
    const lacking = answer.given_up.filter(word => !absent.includes(word));
    const offer = to => el('button', { type: 'button', class: 'offer', click: () => this.#askFor(to) }, this.#say('didYouMean', { to }));
    const free = query.replace(/\w+:("[^"]*"|\S+)/g, '').trim();

    this.#fill([
      this.#say(!total ? 'none' : nearOnly ? 'near' : 'results', { query, n: total }),
      total && absent.length && this.#say('absent', { words: absent.join(', ') }),
      total && lacking.length && this.#say('givenUp', { words: lacking.join(', ') }),
      answer.partial && this.#text.partial,
      ...corrections.map(correction => correction.applied ? this.#say('corrected', correction)
        : offer(query.replace(correction.from, correction.to))),
      !total && free && free !== query && offer(free),
    ].filter(Boolean), [
      ...this.#pages(answer),
      !total && el('div', { class: 'title', 'aria-hidden': 'true' }, this.#text.newest),
      ...hits.map((hit, i) => this.#talk(hit, i + 1)),
    ].filter(Boolean),
    !total ? el('a', { href: `${this.endpoint}/${this.#isStatic ? '' : 'talks'}` }, this.#text.browse)
      : !this.#isOnPage ? el('a', { href: this.#pageAddress }, this.#say('all', { n: total }))
      : total > hits.length && hits.length < 100 && el('button', { type: 'button', click: () => this.#more(hits.length) }, this.#text.more));
    this.#shown = query;
    this.#tell('search', { query, total, nearOnly });
  }

  /** Best bets, and the name that the query is. */
  #pages({ best_bets: bets, names }) {
    return [
      ...bets.map(({ title, url, talk_id: id }) => [title, 'recommended', url ?? `${this.endpoint}/talks/${id}`]),
      ...names.filter(({ facet }) => /sp|ev/.test(facet))
        .map(({ name, facet, slug, talks, page }) => [name, facet, page ?? `${this.endpoint}/${facet}s/${slug}`, talks]),
    ].map(([topic, kind, url, n]) => {
      const by = this.#text[kind] + (n ? ` · ${this.#say('results', { n })}` : '');
      const option = this.#option('talk', webAddress(url), { id: url, topic, by, url },
        el('span', { class: 'topic' }, topic), el('span', { class: 'by' }, by));
      return el('div', { role: 'group', 'aria-labelledby': option.id }, option);
    });
  }

  #more(shown) {
    this.setAttribute('limit', Math.min(shown + 20, 100));
    this.#shown = null;
    this.#typed(0);
  }

  /** A talk and its passages are options. */
  #talk(hit, position) {
    const year = (hit.event.date ?? hit.date)?.slice(0, 4);
    const event = hit.event.title;
    const runs = [...hit.speaker_runs];
    const kind = this.#text[hit.kind] ?? hit.kind.replaceAll('_', ' ');
    const unnamed = hit.topic === `${hit.speakers}` && el('b', {}, this.#say('by', { kind }));
    const names = new Intl.ListFormat(this.#text.language).formatToParts(hit.speakers);
    const by = el('span', { class: 'by' }, ...[
      names.flatMap(({ type, value }) => type === 'element' ? marked(runs.shift()) : value),
      hit.kind !== 'talk' && !unnamed && kind,
      event,
      /(19|20)\d\d/.test(event) ? '' : year,
      ...hit.matches.filter(({ field }) => field === 'tag').map(({ runs }) => marked(runs)),
    ].filter(detail => detail?.length).flatMap((detail, i) => i ? [' · ', detail].flat() : detail));

    const url = webAddress(hit.url) ?? webAddress(hit.page) ?? `${this.endpoint}/talks/${encodeURIComponent(hit.id)}`;
    const choice = { id: hit.id, topic: hit.topic, by: by.textContent, url, position };
    const isRaw = /^\p{Ll}+(?= |$)/u.test(hit.topic);
    const talk = this.#option('talk', url, choice, el('span', { class: isRaw ? 'topic raw' : 'topic' }, unnamed, ...marked(hit.topic_runs)), by);
    return el('div', { role: 'group', 'aria-labelledby': talk.id, lang: hit.language }, talk,
      ...hit.matches.filter(({ field }) => !/topic|speaker|tag/.test(field)).slice(0, this.#isOnPage ? 3 : position < 2 ? 2 : 1).map(match => this.#option(
        'passage', webAddress(match.text_fragment_url ?? match.url) ?? url, choice,
        match.field !== 'heading' && match.heading && el('span', { class: 'heading' }, match.heading),
        el(match.field === 'code' ? 'code' : 'span', { class: match.field }, ...marked(match.runs)),
      )));
  }

  #option(name, href, choice, ...children) {
    const option = el('a', {
      role: 'option', class: name, id: `option-${++count}`, 'aria-selected': 'false', tabindex: -1, dir: 'auto', href,
      ping: this.#isStatic || !choice.position ? null : this.getAttribute('count') && `${this.endpoint}/api/opened?id=${choice.id}&q=${encodeURIComponent(this.#input.value)}`,
    }, ...children);
    return Object.assign(option, { choice });
  }

  /** Before anything is typed. */
  #showRecent() {
    const { on, searches, talks } = this.#isOff('recent') ? { searches: [], talks: [] } : memory.read();
    const group = (title, options) => options.length && el('div', { role: 'group', 'aria-label': title },
      el('div', { class: 'title', 'aria-hidden': 'true' }, title), ...options);
    const forget = () => {
      memory.write({ on: !on });
      this.#showRecent();
    };
    this.#chips.replaceChildren();
    this.#fill(this.#isDialog ? [this.#text.hint] : [], [
      group(this.#text.searches, searches.map(query => this.#option('recent', null, { query }, query))),
      group(this.#text.talks, talks.map(talk => this.#option('talk', talk.url, talk,
        el('span', { class: 'topic' }, talk.topic), el('span', { class: 'by' }, talk.by)))),
    ].filter(Boolean), on != null && (this.#isDialog || searches.length || talks.length)
      && el('button', { type: 'button', role: 'switch', 'aria-checked': String(on), click: forget }, this.#text.remember));
    this.#keep('');
  }

  get #pageAddress() { return `${this.#form.action}?${new URLSearchParams(new FormData(this.#form))}`; }

  #submitted(event) {
    const query = this.#input.value.trim();
    if (this.#isOnPage) this.#input.blur(); // A phone's keyboard would cover the answer.
    else if (query && this.#tell('select', { query, url: this.#pageAddress })) return this.#remember('searches', query);
    event.preventDefault();
  }

  #clicked(event) {
    const option = event.target.closest('[role=option]');
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    if (option?.choice.query) {
      this.#askFor(option.choice.query);
    } else if (option && !this.#chosen(option)) {
      event.preventDefault();
    } else if (option?.hash && !elsewhere) {
      if (option.href.split('#')[0] !== this.#addressWith('').href.split('#')[0]) return;
      this.#keep('', false); // On this page.
      this.close();
    }
  }

  /** Asks the blog; false if it does the rest. */
  #chosen({ href, choice: { position, ...talk } }) {
    const query = this.#input.value.trim();
    if (query) this.#remember('searches', query);
    this.#remember('talks', talk);
    return this.#tell('select', { query, id: talk.id, url: href, position });
  }

  #remember(list, entry) {
    if (!this.#isOff('recent')) memory.add(list, entry);
  }
}

// --- Looks. Blogs theme it by custom properties and parts; see docs/embed.md.

const style = new CSSStyleSheet();
style.replaceSync(`
:host { display: block; min-width: 0; font-size: medium; }
:host([hidden]) { display: none; }
*, ::before { box-sizing: border-box; }
[hidden], [role=listbox]:empty { display: none !important; }
.box, .open {
  font-family: var(--searchnotes-font, inherit);
  font-size: var(--searchnotes-size, max(1em, 16px)); /* The reader's size, whatever the page's rem is. */
  font-style: normal;
  font-weight: 400;
  letter-spacing: normal;
  line-height: 1.5;
  text-align: start;
  text-indent: 0;
  text-shadow: none;
  text-transform: none;
  white-space: normal;
  word-spacing: normal;
  --_paper: var(--searchnotes-background, var(--_back));
  --_text: var(--searchnotes-text, var(--_ink));
  --_quiet: color-mix(in srgb, var(--_text) 78%, var(--_paper));
  --_link: var(--searchnotes-accent, var(--_accent));
  --_line: color-mix(in srgb, var(--_text) 16%, transparent);
  --_tint: color-mix(in srgb, var(--_link) 8%, transparent);
  --_round: var(--searchnotes-radius, 0.75em);
}
button, input {
  appearance: none;
  min-height: max(2.75em, 44px);
  margin: 0;
  padding: 0 0.75em;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
}
button { min-width: max(2.75em, 44px); border-radius: 0.5em; cursor: pointer; }
i { position: relative; flex: none; width: 1em; height: 1em; margin-inline-end: 0.25em; border: 2px solid; border-radius: 50%; translate: 0 -0.125em; }
i::before { content: ''; position: absolute; top: 88%; left: 78%; width: 0.5em; border-top: 2px solid; rotate: 45deg; transform-origin: 0 50%; }
:focus-visible, [aria-selected=true] { outline: 2px solid var(--_ring, var(--_link)); outline-offset: -2px; }

.open, div.box form {
  gap: 0.5em;
  width: 100%;
  padding: 0 0.75em;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
  border-radius: var(--_round);
  background: color-mix(in srgb, currentColor 4%, transparent);
  --_ring: var(--searchnotes-accent, currentColor);
}
.open, form { display: flex; align-items: center; flex: none; }
.solid.solid { --_ring: var(--_link); position: relative; isolation: isolate; }
.solid > * { color: var(--_text); }
.solid::before { content: ''; position: absolute; z-index: -1; inset: 0; border-radius: inherit; background: var(--_paper); }
.solid:hover::before { background: color-mix(in srgb, var(--_text) 5%, var(--_paper)); }
.open { max-width: 22em; }
.open:hover { background: color-mix(in srgb, currentColor 9%, transparent); }
.open span { flex: 1; overflow: hidden; text-align: start; text-overflow: ellipsis; white-space: nowrap; }
kbd { min-width: 2em; padding: 0 0.375em; border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 0.375em; font: inherit; font-size: 0.8125em; text-align: center; }

dialog {
  inset: var(--_y) calc(100% - var(--_x) - var(--_width)) auto var(--_x);
  width: min(var(--searchnotes-width, 42em), var(--_width) - 2em);
  max-width: none;
  max-height: min(0.86 * var(--_height), 50em);
  margin: calc(0.07 * var(--_height)) auto auto;
  padding: 0;
  border: 1px solid var(--_line);
  border-radius: var(--_round);
  overflow: hidden;
  background: var(--_paper);
  color: var(--_text);
  box-shadow: 0 1.5em 4em rgb(0 0 0 / 0.35);
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(10 10 20 / 0.5); }
dialog form { padding-block: 0.375em; padding-inline: 1em 0.5em; border-bottom: 1px solid var(--_line); }
dialog form:focus-within { box-shadow: inset 0 -2px var(--_link); }
div.box form:focus-within { outline: 2px solid var(--_ring); outline-offset: -1px; }
input { flex: 1; min-width: 0; font-size: max(1em, 16px); text-overflow: ellipsis; }
input:focus-visible { outline: 0; }
::placeholder { color: inherit; opacity: 0.85; }
.clear { font-size: 0.875em; }
:placeholder-shown + .clear { display: none; }

div.box { position: relative; }
div.box .panel {
  position: absolute;
  z-index: 9;
  inset-inline-start: 0;
  top: calc(100% + 0.375em);
  width: max(100%, min(var(--searchnotes-width, 36em), var(--_width) - 2em));
  max-width: calc(var(--_width) - 16px);
  max-height: min(0.7 * var(--_height), 40em);
  border: 1px solid var(--_line);
  border-radius: var(--_round);
  box-shadow: 0 0.75em 2em rgb(0 0 0 / 0.25);
}
div.page .panel { position: static; width: auto; max-width: none; max-height: none; margin-top: 0.75em; box-shadow: none; }
.panel { overflow: auto; overscroll-behavior: contain; scroll-padding: 1em 0 3.5em; background: var(--_paper); color: var(--_text); }
.busy .panel { cursor: progress; }
.head { display: flex; flex-wrap: wrap; align-items: center; gap: 0 1em; min-height: 3.5em; padding: 0.25em calc(1em / 0.875); }
.head, .foot { color: var(--_quiet); font-size: 0.875em; }
.head:has(> :empty + :empty), .foot:empty { display: none; }
.said p { margin: 0.125em 0; }
.offer, .foot a, .foot button { padding: 0; color: var(--_link); text-decoration: underline; text-underline-offset: 0.2em; }
.foot [role=switch] { text-decoration: none; }
.chips { display: flex; flex: 1; gap: 0.5em; min-width: min(10em, 100%); overflow-x: auto; scrollbar-width: none; white-space: nowrap; }
.chips:empty { display: none; }
.chips > :first-child { margin-inline-start: auto; }
.chips button { flex: none; border: 1px solid var(--_line); border-radius: 2em; color: var(--_text); }
.chips button:hover, [aria-pressed=true] { background: var(--_tint); }
.chips [aria-pressed=true] { border-color: var(--_link); }
[aria-pressed=true]::before { content: '✓ ' / ''; }
.panel:has([role=listbox] > .title) [aria-pressed] { display: none; }
small { font-size: 0.875em; color: var(--_quiet); }

[role=listbox] > div { padding: 0.375em 0.5em; border-top: 1px solid var(--_line); }
[role=listbox] > .title { padding-inline: calc(1em / 0.8125); }
.title { padding: 0.5em calc(0.5em / 0.8125) 0; color: var(--_quiet); font-size: 0.8125em; font-weight: 600; }
[role=option] { display: block; min-height: max(2.75em, 44px); padding: 0.5em; border-radius: 0.375em; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
[role=option] > * { display: block; }
[role=option]:hover, [aria-selected=true] { background: var(--_tint); }
.topic { font-weight: 600; line-height: 1.35; }
.raw::first-letter { text-transform: uppercase; }
.topic b { display: inline-block; white-space: pre; }
.topic b::first-letter { text-transform: uppercase; }
.by, .heading { color: var(--_quiet); font-size: 0.875em; }
.passage { margin-inline-start: 0.5em; padding-inline-start: 0.75em; border-inline-start: 2px solid var(--_line); border-start-start-radius: 0; border-end-start-radius: 0; font-size: 0.9375em; }
.box:not(.page) [role=group] + [role=group] .passage > :last-child { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; }
.quote { font-style: italic; }
code { direction: ltr; margin-top: 0.125em; padding: 0.375em 0.5em; border-radius: 0.375em; background: color-mix(in srgb, var(--_text) 6%, transparent); font: 0.875em/1.5 ui-monospace, monospace; white-space: pre-wrap; }
.box:not(.page) [role=group] + [role=group] .passage > code { -webkit-line-clamp: 3; }
.box:not(.page) [role=group] + [role=group] .heading:not(:only-child) { display: none; }
mark { border-radius: 0.2em; background: var(--searchnotes-mark, color-mix(in srgb, #fb0 38%, var(--_paper))); color: inherit; }
.foot { display: flex; align-items: center; gap: 1em; position: sticky; bottom: 0; padding: 0 calc(1em / 0.875); border-top: 1px solid var(--_line); background: var(--_paper); }
.foot a { padding-block: 0.875em; }
.keys { margin-inline-start: auto; opacity: 0.9; white-space: pre; }
.keys kbd { font-size: 1em; }
.quote::before, .qa::before, .passage > .prose::before, .passage > .heading:only-child::before { content: '¶ ' / ''; color: var(--_quiet); font-style: normal; }
.quote::before { content: '“ ' / ''; }
.qa::before { content: '? ' / ''; font-weight: 700; }
.passage > .heading:only-child::before { content: '# ' / ''; }
.live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[role=switch]::before { content: '☐ '; }
[role=switch][aria-checked=true]::before { content: '☑ '; }

@media (max-width: 40em) {
  dialog { width: max(var(--_width), 15em); height: var(--_height); max-height: none; margin: 0; border: 0; border-radius: 0; }
  .panel { flex: 1; }
}
@media (hover: none), (max-width: 30em) { kbd, .keys { display: none; } }
@media (hover: hover) { [role=option] { min-height: 0; padding-block: 0.25em; } .chips button { min-height: 2.25em; } }
@media (forced-colors: active) {
  [aria-selected=true], div.box form:focus-within { outline-color: Highlight; }
  dialog form:focus-within { border-bottom: 2px solid Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: come 0.12s ease-out; }
  .busy form { animation: wait 0.8s 0.2s ease-in-out infinite alternate; }
  @keyframes wait { to { box-shadow: inset 0 -2px var(--_line); } }
  @keyframes come { from { opacity: 0; translate: 0 -0.5em; } }
}
@media print { :host { display: none; } }
`);

customElements.get('search-notes') ?? customElements.define('search-notes', SearchNotes);
