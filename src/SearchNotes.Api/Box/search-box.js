/*
 * <search-notes>, the search box of SearchNotes: plain JavaScript, served as you read it.
 * How to install and theme it: docs/embed.md.
 */

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
  failed: 'The search does not answer now. Try again, or press Enter for the search page.',
  retry: 'Try again',
  all: { one: 'Search page with {n} result', other: 'Search page with all {n} results' },
  narrow: 'Narrow the search',
  speaker: 'Speaker',
  tag: 'Tag',
  event: 'Event',
  searches: 'Recent searches',
  talks: 'Recently opened',
  remember: 'Remember searches in this browser',
  hint: 'Words, names, code; “exact phrases”, speaker:name, tag:name, has:code.',
  keynote: 'Keynote',
  lightning_talk: 'Lightning talk',
  panel: 'Panel',
  workshop: 'Workshop',
  q_and_a: 'Q&A',
  post: 'Post',
};

/** Languages that the service has strings for. */
const translated = ['ar', 'de', 'es', 'fr', 'ja'];

const pause = ms => new Promise(done => setTimeout(done, ms));

// --- Elements. They are built, and given text; no string is ever read as HTML.

function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === 'function') made.addEventListener(key, value);
    else if (value != null) made.setAttribute(key, value);
  }
  made.append(...children.filter(child => child != null));
  return made;
}

function icon(path) {
  const [svg, line] = ['svg', 'path'].map(name => document.createElementNS('http://www.w3.org/2000/svg', name));
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('aria-hidden', 'true');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

const glass = () => icon('M13 13l4.5 4.5M8.5 14.5a6 6 0 1 1 0-12 6 6 0 0 1 0 12z');
const cross = () => icon('M5 5l10 10M15 5L5 15');

/** The service flags pieces of text; each flagged piece becomes a <mark>. */
const marked = runs => runs.map(run => run.match ? el('mark', { part: 'mark' }, run.text) : run.text);

/** An address that is safe to follow, made absolute; undefined for none, or another scheme than the web's. */
function webAddress(url) {
  if (url && URL.canParse(url, document.baseURI)) {
    const address = new URL(url, document.baseURI);
    if (/^https?:$/.test(address.protocol)) return address.href;
  }
}

// --- The service.

const answers = new Map();

/** Gets JSON, from memory where the page has asked before. A fault that may pass is tried once more. */
async function ask(address, signal) {
  for (let attempt = 1; !answers.has(address); attempt++) {
    try {
      const response = await fetch(address, {
        credentials: 'omit',
        signal: AbortSignal.any?.([signal, AbortSignal.timeout(8000)]) ?? signal,
      });
      if (answers.size > 100) answers.clear();
      if (response.ok) answers.set(address, await response.json());
      else if (response.status < 500) attempt = 2;
      if (!response.ok) throw new Error(`${response.status} for ${address}`);
    } catch (fault) {
      if (attempt > 1 || signal.aborted) throw fault;
      await pause(400);
    }
  }
  return answers.get(address);
}

/** English, with what a translation has laid over it. A translation that does not come is done without. */
async function stringsFor(box) {
  const language = (box.closest('[lang]')?.lang || 'en').toLowerCase();
  const short = language.split('-')[0];
  const address = box.getAttribute('strings')
    ?? (translated.includes(short) ? `${box.endpoint}/search-box/strings/${short}.json` : null);
  try {
    return { ...english, ...(address && { language, ...await ask(address, AbortSignal.timeout(3000)) }) };
  } catch {
    return english;
  }
}

// --- What the reader searched for and opened: kept in this browser, sent nowhere.

const memory = {
  read() {
    const nothing = { on: true, searches: [], talks: [] };
    try {
      return { ...nothing, ...JSON.parse(localStorage.getItem('searchnotes')) };
    } catch {
      return { ...nothing, on: false }; // Storage is switched off, or the box is in a sandbox.
    }
  },
  write(state) {
    try {
      localStorage.setItem('searchnotes', JSON.stringify(state));
    } catch {
      // Full or switched off: the box works without.
    }
  },
  add(list, entry) {
    const state = this.read();
    const others = state[list].filter(old => (old.id ?? old) !== (entry.id ?? entry));
    if (state.on) this.write({ ...state, [list]: [entry, ...others].slice(0, 5) });
  },
};

// --- The page behind the dialog does not scroll, and does not jump sideways when its scroll bar goes.

let scrolling;

function lockScroll() {
  const { style, clientWidth } = document.documentElement;
  scrolling ??= [style.overflow, style.scrollbarGutter];
  if (innerWidth > clientWidth) style.scrollbarGutter = 'stable';
  style.overflow = 'hidden';
}

function unlockScroll() {
  const { style } = document.documentElement;
  if (scrolling) [style.overflow, style.scrollbarGutter] = scrolling;
  scrolling = null;
}

// --- Colours: those of the page, as far as they can be read on it.

/** Gives the box the page's background, text and link colour, unless the blog sets its own; always legible. */
function takeColours(host, box) {
  const own = getComputedStyle(host);
  const [page, html] = [document.body, document.documentElement].map(element => getComputedStyle(element));
  const theme = host.getAttribute('theme');
  const chosen = name => own.getPropertyValue(`--searchnotes-${name}`).trim();

  // Mixed with itself, a colour of any notation reads color(srgb r g b / a).
  const read = colour => {
    box.style.color = `color-mix(in srgb, ${colour}, ${colour})`;
    return getComputedStyle(box).color.match(/-?[\d.]+(e-?\d+)?/g).map(Number);
  };
  const light = colour => [0.2126, 0.7152, 0.0722]
    .reduce((sum, share, i) => sum + share * (colour[i] < 0.04 ? colour[i] / 12.92 : ((colour[i] + 0.055) / 1.055) ** 2.4), 0.05);
  const contrast = (a, b) => Math.max(light(a) / light(b), light(b) / light(a)); // WCAG 2, 1.4.3

  const painted = !theme && [page, html].map(style => style.backgroundColor).find(colour => !(read(colour)[3] < 0.9));
  const night = theme ? theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  const back = read(chosen('background') || painted || (night ? '#1d1e22' : '#fff'));
  const dark = light(back) < 0.23;
  const legible = (name, onPage, otherwise, least) => {
    const colour = read(chosen(name) || painted && onPage || otherwise);
    return chosen(name) || contrast(colour, back) > least ? colour : read(otherwise);
  };
  const ink = legible('text', page.color, dark ? '#ececf1' : '#1c1c22', 7);
  const link = document.querySelector('main a, article a, p a');
  const accent = legible('accent', link && getComputedStyle(link).color, dark ? '#9ab8ff' : '#0a4bb5', 5.5);
  let quiet = ink;
  for (let share = 0.6; share < 1 && contrast(quiet = ink.map((c, i) => c * share + back[i] * (1 - share)), back) < 5.5;) share += 0.05;

  box.style.color = '';
  box.style.colorScheme = dark ? 'dark' : 'light';
  for (const [name, [r, g, b]] of Object.entries({ back, ink, quiet, accent })) box.style.setProperty(`--_${name}`, `color(srgb ${r} ${g} ${b})`);
}

// --- The element.

class SearchNotes extends HTMLElement {
  #text; #plain; #name; #box; #form; #input; #clear; #panel; #said; #chips; #list; #foot; #live;
  #connected; #timer; #asking; #shown = null; #active = null; #choices = new Map(); #leaving = false;

  /** Address of the service, without a slash at its end. */
  get endpoint() {
    const given = this.getAttribute('endpoint');
    return new URL(given ?? '.', given == null ? import.meta.url : document.baseURI).href.replace(/\/$/, '');
  }

  /** Opens the box, with a query where one is given. */
  open(query) {
    if (query != null) this.#input.value = query;
    this.#show();
  }

  /** Closes the box. */
  close() {
    if (this.#isDialog) this.#box.close();
    else this.#hide();
  }

  async connectedCallback() {
    this.#text ??= await stringsFor(this);
    if (!this.isConnected || this.#connected) return;
    if (!this.shadowRoot) this.#build();
    this.#connected = new AbortController();
    const { signal } = this.#connected;
    document.addEventListener('keydown', event => this.#shortcut(event), { signal });
    addEventListener('popstate', event => this.#travelled(event), { signal, capture: true });
    document.addEventListener('pointerdown', event => {
      if (!this.#isDialog && !event.composedPath().includes(this)) this.#hide();
    }, { signal });

    // Open at once where the address or the history holds a query, or the reader has begun to use the plain form.
    const first = document.querySelector('search-notes') === this;
    const query = first ? history.state?.searchnotes ?? new URLSearchParams(location.search).get(this.#name) : null;
    if (query != null && this.#keepsAddress) this.#show(query);
    else if (this.#plain?.contains(document.activeElement)) this.#show();
  }

  disconnectedCallback() {
    this.#connected?.abort();
    this.#connected = null;
    this.#asking?.abort();
    unlockScroll();
  }

  get #isDialog() { return this.#box.localName === 'dialog'; }

  get #isOpen() { return this.#isDialog ? this.#box.open : !this.#panel.hidden; }

  get #keepsAddress() { return this.getAttribute('url') !== 'off'; }

  get #remembers() { return this.getAttribute('recent') !== 'off'; }

  get #shortcuts() {
    const wanted = this.getAttribute('shortcut') ?? '/ mod+k';
    return wanted === 'off' ? [] : wanted.toLowerCase().split(/\s+/).filter(Boolean);
  }

  #say(key, values) {
    const { language, [key]: text } = this.#text;
    const form = text.other ? text[new Intl.PluralRules(language).select(values.n)] ?? text.other : text;
    return form.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(language));
  }

  #tell(name, detail) {
    return this.dispatchEvent(new CustomEvent(`searchnotes:${name}`, { bubbles: true, composed: true, cancelable: true, detail }));
  }

  // --- Building

  #build() {
    const text = this.#text;
    this.#plain = this.querySelector('form');
    const field = this.#plain?.querySelector('[name=q], [type=search], [type=text], input:not([type])');
    const label = field?.ariaLabel || field?.labels[0]?.textContent.trim() || text.label;
    const placeholder = field?.placeholder || text.placeholder;
    const inline = this.getAttribute('mode') === 'inline';
    const keys = this.#shortcuts;
    this.#name = field?.name || 'q';

    this.#input = el('input', {
      part: 'input', name: this.#name, placeholder, 'aria-label': label, maxlength: 512, dir: 'auto',
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': 'list',
      autocomplete: 'off', autocapitalize: 'off', spellcheck: 'false', enterkeyhint: 'search',
      input: event => event.isComposing || this.#typed(),
      compositionend: () => this.#typed(),
      focus: () => inline && this.#show(),
    });
    this.#input.value = field?.value ?? '';
    this.#clear = el('button', { type: 'button', class: 'clear', click: () => this.#askFor('') }, text.clear);
    this.#form = el('form', {
      part: 'form', role: 'search', action: this.#plain?.action ?? `${this.endpoint}/`, submit: event => this.#submitted(event),
    }, glass(), this.#input, this.#clear);
    for (const [name, value] of this.#plain ? new FormData(this.#plain) : []) {
      if (name !== this.#name) this.#form.append(el('input', { type: 'hidden', name, value }));
    }

    this.#said = el('div', { class: 'said', part: 'status' });
    this.#chips = el('div', { class: 'chips', role: 'group', 'aria-label': text.narrow });
    this.#list = el('div', { id: 'list', role: 'listbox', 'aria-label': label, click: event => this.#clicked(event) });
    this.#foot = el('div', { class: 'foot', part: 'foot' });
    this.#live = el('div', { class: 'live', role: 'status' });
    this.#panel = el('div', { class: 'panel', part: 'panel' }, this.#said, this.#chips, this.#list, this.#foot);

    const root = this.attachShadow({ mode: 'open' });
    root.adoptedStyleSheets = [style];
    if (inline) {
      this.#panel.hidden = true;
      this.#panel.addEventListener('mousedown', event => event.preventDefault()); // The input keeps the focus.
      this.#box = el('div', {
        class: 'box', lang: text.language, focusout: event => this.#box.contains(event.relatedTarget) || this.#hide(),
      });
    } else {
      root.append(el('button', {
        class: 'open', part: 'button', type: 'button', lang: text.language, 'aria-haspopup': 'dialog',
        'aria-keyshortcuts': keys.join(' ').replaceAll('mod', 'Control') || null,
        click: () => this.#show(),
      }, glass(), el('span', {}, placeholder), keys[0] ? el('kbd', { 'aria-hidden': 'true' }, keys[0]) : null));
      this.#form.append(el('button', { type: 'button', 'aria-label': text.close, click: () => this.close() }, cross()));
      this.#box = el('dialog', {
        class: 'box', part: 'dialog', lang: text.language, 'aria-label': label,
        cancel: event => { event.preventDefault(); this.close(); },
        close: () => this.#closed(),
        mousedown: event => event.target === this.#box && this.close(),
      });
    }
    this.#box.append(this.#form, this.#panel, this.#live);
    this.#box.addEventListener('keydown', event => this.#key(event));
    root.append(this.#box);
    this.#clear.hidden = !this.#input.value;
  }

  // --- Opening and closing

  /** Opens the box for the reader, or with the query that the address held already. */
  #show(query) {
    takeColours(this, this.#box);
    if (query != null) this.#input.value = query;
    if (this.#isDialog && !this.#box.open) {
      if (query == null) history.pushState({ ...history.state, searchnotes: '' }, '');
      lockScroll();
      this.#box.showModal();
      this.#input.focus();
      this.#input.select();
    } else if (this.shadowRoot.activeElement !== this.#input) {
      return this.#input.focus(); // Which comes back here.
    }
    this.#typed(0);
  }

  /** Closes the panel of an inline box. */
  #hide() {
    this.#panel.hidden = true;
    this.#activate(null);
    this.#input.ariaExpanded = 'false';
  }

  /** After the dialog closed, however that came about. */
  #closed() {
    unlockScroll();
    this.#asking?.abort();
    if (history.state?.searchnotes != null) {
      this.#leaving = true;
      history.back();
    } else {
      this.#keep('');
    }
  }

  /** Back closes the dialog, forward opens it; the blog's own code hears of neither. */
  #travelled(event) {
    const query = event.state?.searchnotes;
    if (!this.#isDialog || (!this.#leaving && (query != null) === this.#box.open)) return;
    event.stopImmediatePropagation();
    if (this.#leaving) this.#leaving = false;
    else if (query == null) this.#box.close();
    else this.#show(query);
  }

  /** Keeps the query in the page's address, so that it can be shared and Back finds it again. */
  #keep(query, state = history.state) {
    const address = new URL(location);
    if (query) address.searchParams.set(this.#name, query);
    else address.searchParams.delete(this.#name);
    if (state?.searchnotes != null) state = { ...state, searchnotes: query };
    history.replaceState(state, '', this.#keepsAddress ? address : location);
  }

  // --- Keys

  #shortcut(event) {
    const at = event.composedPath()[0];
    if (event.defaultPrevented || event.isComposing || event.repeat) return;
    if (at.isContentEditable || /^(input|textarea|select)$/.test(at.localName)) return;
    const held = event.ctrlKey || event.metaKey ? 'mod+' : event.altKey ? 'alt+' : '';
    if (!this.#shortcuts.includes(held + event.key.toLowerCase())) return;
    event.preventDefault();
    this.#show();
  }

  #key(event) {
    if (event.isComposing || event.keyCode === 229) return; // An input method is at work.
    const { key } = event;
    const mod = event.ctrlKey || event.metaKey;
    const options = [...this.#list.querySelectorAll('[role=option]')];
    const at = options.indexOf(this.#active);
    const last = options.length - 1;
    const goals = { ArrowDown: at + 1, ArrowUp: at < 0 ? last : at - 1, ...(at >= 0 && { Home: 0, End: last }) };

    if (key === 'Escape') {
      if (this.#isOpen) this.close();
      else this.#askFor('');
    } else if (key === 'Enter' && this.#active && event.target === this.#input) {
      if (!mod) this.#active.click();
      else if (this.#chosen(this.#active)) open(this.#active.href, '_blank', 'noopener');
    } else if (mod || event.altKey || event.shiftKey && key.length > 1) {
      return;
    } else if (key in goals) {
      if (this.#isOpen) this.#activate(options[goals[key]]);
      else this.#typed(0);
    } else {
      if (key.length === 1 && key !== ' ') this.#input.focus(); // The letter goes where the focus is now.
      return;
    }
    event.preventDefault();
  }

  /** Makes an option the one that Enter opens; none when there is no such option. */
  #activate(option) {
    this.#active?.setAttribute('aria-selected', 'false');
    this.#active = option ?? null;
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  // --- Asking

  #typed(delay = 120) {
    const query = this.#input.value.trim();
    clearTimeout(this.#timer);
    this.#asking?.abort();
    this.#clear.hidden = !this.#input.value;
    if (!query) this.#showRecent();
    else if (query === this.#shown) this.#open();
    else this.#timer = setTimeout(() => this.#search(query), answers.has(this.#searchAddress(query)) ? 0 : delay);
  }

  #askFor(query) {
    this.#input.value = query;
    this.#input.focus();
    this.#typed(0);
  }

  #searchAddress(query) {
    const limit = this.getAttribute('limit') ?? 6;
    return `${this.endpoint}/api/search?${new URLSearchParams({ q: query, per_page: limit, facets: false })}`;
  }

  async #search(query) {
    const { signal } = this.#asking = new AbortController();
    const slow = setTimeout(() => this.#live.textContent = this.#text.searching, 1000);
    this.#box.classList.add('busy');
    try {
      const suggested = this.#suggest(query, signal);
      const answer = await ask(this.#searchAddress(query), signal);
      const suggestions = await Promise.race([suggested, pause(150)]);
      if (!signal.aborted) this.#showAnswer(query, answer, suggestions ?? {});
    } catch {
      if (!signal.aborted) this.#showFailure();
    }
    clearTimeout(slow);
    if (signal === this.#asking.signal) this.#box.classList.remove('busy');
  }

  /** Speakers, tags and events that begin like the free words of the query; none where that cannot be had. */
  async #suggest(query, signal) {
    const words = query.replace(/\w+:("[^"]*"|\S+\s)/g, '').replace(/^\s*\w+:"?/, '').trim();
    if (words.length < 2) return null;
    return ask(`${this.endpoint}/api/suggest?${new URLSearchParams({ q: words })}`, signal).catch(() => null);
  }

  /** Puts a filter in the place of the words that it finishes. */
  #narrow(filter, name) {
    const plain = text => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
    const parts = plain(name).split(/[\s-]+/);
    const words = this.#input.value.trim().split(/\s+/);
    do words.pop();
    while (words.length && parts.some(part => part.startsWith(plain(words.at(-1)))));
    this.#askFor([...words, `${filter}:"${name}"`, ''].join(' '));
  }

  // --- Showing

  /** Shows what is said above the list, the options of the list, and what stands below it. */
  #fill({ said = [], chips = [], list = [], foot = [] }) {
    this.#activate(null);
    this.#said.replaceChildren(...said.map(line => el('p', {}, line)));
    this.#chips.replaceChildren(...chips);
    this.#list.replaceChildren(...list);
    this.#foot.replaceChildren(...foot);
    this.#list.hidden = !list.length;
    this.#panel.scrollTop = 0;
    this.#open();
  }

  #open() {
    this.#panel.hidden = !this.#panel.textContent;
    this.#input.ariaExpanded = String(!this.#list.hidden);
    if (this.#isDialog) return;
    this.#panel.style.translate = '0'; // Then as far as the window asks for.
    const { left, right } = this.#panel.getBoundingClientRect();
    this.#panel.style.translate = `${Math.max(8 - left, Math.min(0, document.documentElement.clientWidth - 8 - right))}px`;
  }

  #showAnswer(query, answer, { speakers = [], tags = [], events = [] }) {
    const { hits, total, corrections, absent, given_up: givenUp } = answer;
    const words = list => new Intl.ListFormat(this.#text.language).format(list);
    const lacking = givenUp.filter(word => !absent.includes(word));
    const said = [
      !total ? this.#say('none', { query }) : answer.near_only ? this.#say('near', { query }) : this.#say('results', { n: total }),
      ...corrections.filter(({ applied }) => applied).map(correction => this.#say('corrected', correction)),
      total && absent.length ? this.#say('absent', { words: words(absent) }) : '',
      total && lacking.length ? this.#say('givenUp', { words: words(lacking) }) : '',
      answer.partial ? this.#text.partial : '',
    ].filter(Boolean);
    const offered = corrections.filter(({ applied }) => !applied).map(({ from, to }) => el('button', {
      type: 'button', class: 'offer', click: () => this.#askFor(query.replace(from, to)),
    }, this.#say('didYouMean', { to })));
    const chips = [['speaker', speakers], ['tag', tags], ['event', events]]
      .flatMap(([filter, names]) => names.slice(0, 3).map(({ name }) => el('button', {
        type: 'button', click: () => this.#narrow(filter, name),
      }, el('small', {}, this.#text[filter]), ` ${name}`)))
      .slice(0, 4);

    this.#shown = query;
    this.#choices.clear();
    this.#fill({
      said: [...said, ...offered],
      chips,
      list: hits.map((hit, i) => this.#talk(hit, i + 1)),
      foot: total ? [el('a', { href: this.#pageAddress(query), part: 'all' }, this.#say('all', { n: total }))] : [],
    });
    this.#live.textContent = [...said, ...offered.map(button => button.textContent)].join(' ');
    this.#keep(query);
    this.#tell('search', { query, total, nearOnly: answer.near_only });
  }

  /** A talk: the option that opens it, and one for each of its passages. */
  #talk(hit, position) {
    const year = hit.date?.slice(0, 4);
    const names = new Intl.ListFormat(this.#text.language).formatToParts(hit.speakers);
    const runs = [...hit.speaker_runs];
    const event = hit.event?.title;
    const details = [
      names.flatMap(({ type, value }) => type === 'element' ? marked(runs.shift()) : value),
      [hit.kind === 'talk' ? null : this.#text[hit.kind]],
      [event],
      [event?.includes(year) ? null : year],
    ].filter(([first]) => first).map(detail => el('span', { dir: 'auto' }, ...detail));

    const href = webAddress(hit.url) ?? `${this.endpoint}/talks/${encodeURIComponent(hit.id)}`;
    const choice = { id: hit.id, topic: hit.topic, by: details.map(detail => detail.textContent).join(' · '), url: href, position };
    const talk = this.#option('talk', href, choice,
      el('span', { class: 'topic', part: 'topic', dir: 'auto' }, ...marked(hit.topic_runs)), el('span', { class: 'by', part: 'by' }, ...details));
    const passages = hit.matches.filter(({ field }) => !/topic|speaker/.test(field)).map(match => this.#option(
      'passage', webAddress(match.text_fragment_url ?? match.url) ?? href, choice,
      match.heading && match.field !== 'heading' ? el('span', { class: 'heading', dir: 'auto' }, match.heading) : null,
      el(match.field === 'code' ? 'code' : 'span', { class: match.field, dir: match.field === 'code' ? 'ltr' : 'auto' }, ...marked(match.runs)),
    ));
    return el('div', { role: 'group', 'aria-labelledby': talk.id, lang: hit.language }, talk, ...passages);
  }

  #option(name, href, choice, ...children) {
    const option = el('a', {
      role: 'option', class: name, part: name, id: `option-${this.#choices.size}`, 'aria-selected': 'false', tabindex: -1, href,
    }, ...children);
    this.#choices.set(option, choice);
    return option;
  }

  #showFailure() {
    this.#shown = null;
    this.#fill({
      said: [this.#text.failed],
      foot: [el('button', { type: 'button', click: () => this.#askFor(this.#input.value) }, this.#text.retry)],
    });
    this.#live.textContent = this.#text.failed;
  }

  /** Before anything is typed: what the reader searched for and opened lately. */
  #showRecent() {
    const { on, searches, talks } = memory.read();
    const group = (title, options) => options.length
      ? el('div', { role: 'group', 'aria-label': title }, el('div', { class: 'title', 'aria-hidden': 'true' }, title), ...options) : null;
    this.#shown = null;
    this.#live.textContent = '';
    this.#choices.clear();
    this.#fill({
      said: this.#isDialog ? [this.#text.hint] : [],
      list: this.#remembers ? [
        group(this.#text.searches, searches.map(query => this.#option('recent', this.#pageAddress(query), { query }, query))),
        group(this.#text.talks, talks.map(talk => this.#option('talk', talk.url, talk,
          el('span', { class: 'topic' }, talk.topic), el('span', { class: 'by' }, talk.by)))),
      ].filter(Boolean) : [],
      foot: this.#remembers && (this.#isDialog || searches.length || talks.length) ? [el('button', {
        type: 'button', role: 'switch', 'aria-checked': String(on), click: () => {
          memory.write({ on: !on });
          this.#showRecent();
        },
      }, this.#text.remember)] : [],
    });
    this.#keep('');
  }

  // --- Choosing

  /** Address of the search page for a query, with whatever else the plain form sends. */
  #pageAddress(query) {
    const address = new URL(this.#form.action);
    for (const [name, value] of new FormData(this.#form)) address.searchParams.set(name, value);
    address.searchParams.set(this.#name, query);
    return address.href;
  }

  #submitted(event) {
    const query = this.#input.value.trim();
    if (!query || !this.#tell('select', { query, url: this.#pageAddress(query) })) return event.preventDefault();
    this.#remember('searches', query);
  }

  #clicked(event) {
    const option = event.target.closest('[role=option]');
    if (!option) return;
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey;
    const { query } = this.#choices.get(option);
    const [to, here] = [option.href, location].map(address => new URL(address));
    here.searchParams.delete(this.#name);
    if (query && !elsewhere) {
      event.preventDefault();
      this.#askFor(query);
    } else if (!this.#chosen(option)) {
      event.preventDefault();
    } else if (!elsewhere && to.hash && to.href.split('#')[0] === here.href.split('#')[0]) {
      this.#keep('', { ...history.state, searchnotes: undefined }); // A heading of this very page.
      this.close();
    }
  }

  /** Tells the blog and remembers; false where the blog wants to do the rest itself. */
  #chosen(option) {
    const query = this.#input.value.trim();
    const { position, ...talk } = this.#choices.get(option);
    if (query) this.#remember('searches', query);
    if (talk.id) this.#remember('talks', talk);
    return this.#tell('select', { query, id: talk.id, url: option.href, position });
  }

  #remember(list, entry) {
    if (this.#remembers) memory.add(list, entry);
  }
}

// --- Looks. Blogs theme it by custom properties and parts; see docs/embed.md.

const style = new CSSStyleSheet();
style.replaceSync(`
:host { display: block; }
:host([hidden]) { display: none; }
*, ::before { box-sizing: border-box; }
[hidden] { display: none !important; }
.box, .open {
  font-family: var(--searchnotes-font, inherit);
  font-size: var(--searchnotes-size, 1rem);
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
  --_line: color-mix(in srgb, var(--_ink) 16%, transparent);
  --_tint: color-mix(in srgb, var(--_accent) 8%, transparent);
  --_round: var(--searchnotes-radius, 0.75rem);
}
button, input {
  appearance: none;
  min-height: 2.75rem;
  margin: 0;
  padding: 0 0.75rem;
  border: 0;
  background: none;
  color: inherit;
  font: inherit;
}
button { min-width: 2.75rem; border-radius: 0.5rem; cursor: pointer; }
svg { flex: none; width: 1.25rem; fill: none; stroke: currentColor; stroke-width: 1.75; stroke-linecap: round; vertical-align: middle; }
:focus-visible, [aria-selected=true] { outline: 2px solid var(--_accent, currentColor); outline-offset: -2px; }

.open, div.box form {
  gap: 0.5rem;
  width: 100%;
  padding: 0 0.75rem;
  border: 1px solid color-mix(in srgb, currentColor 55%, transparent);
  border-radius: var(--_round);
  background: color-mix(in srgb, currentColor 4%, transparent);
}
.open, form { display: flex; align-items: center; flex: none; }
.open { max-width: 20rem; }
.open:hover { background: color-mix(in srgb, currentColor 9%, transparent); }
.open span { flex: 1; overflow: hidden; text-align: start; text-overflow: ellipsis; white-space: nowrap; }
kbd { min-width: 1.625rem; border: 1px solid color-mix(in srgb, currentColor 55%, transparent); border-radius: 0.3rem; font: inherit; font-size: 0.8125em; text-align: center; }

dialog {
  width: min(var(--searchnotes-width, 42rem), 100% - 2rem);
  max-width: none;
  max-height: min(82dvh, 46rem);
  margin: 8dvh auto auto;
  padding: 0;
  border: 1px solid var(--_line);
  border-radius: var(--_round);
  overflow: hidden;
  background: var(--_back);
  color: var(--_ink);
  box-shadow: 0 1.5rem 4rem rgb(0 0 0 / 0.35);
}
dialog[open] { display: flex; flex-direction: column; }
dialog::backdrop { background: rgb(10 10 20 / 0.5); }
dialog form { padding: 0.375rem 0.5rem 0.375rem 1rem; border-bottom: 1px solid var(--_line); }
dialog form:focus-within { box-shadow: inset 0 -2px var(--_accent); }
div.box form:focus-within { outline: 2px solid var(--_accent); outline-offset: -1px; }
input { flex: 1; min-width: 0; font-size: max(1em, 16px); text-overflow: ellipsis; }
input:focus-visible { outline: 0; }
::placeholder { color: inherit; opacity: 0.75; }
.clear { font-size: 0.875em; }

div.box { position: relative; }
div.box .panel {
  position: absolute;
  z-index: 9;
  inset-inline-start: 0;
  top: calc(100% + 0.375rem);
  width: max(100%, min(var(--searchnotes-width, 36rem), 100vw - 2rem));
  max-width: calc(100vw - 1rem);
  max-height: min(70dvh, 40rem);
  border: 1px solid var(--_line);
  border-radius: var(--_round);
  box-shadow: 0 0.75rem 2rem rgb(0 0 0 / 0.25);
}
.panel { overflow: auto; overscroll-behavior: contain; scroll-padding: 1rem 0 3.5rem; background: var(--_back); color: var(--_ink); }
.busy [role=listbox] { opacity: 0.6; }
.said, .chips, .foot { padding: 0.5rem 1rem; color: var(--_quiet); font-size: 0.875em; }
.said:empty, .chips:empty, .foot:empty { display: none; }
.said p { margin: 0.125rem 0; }
.offer, .foot a, .foot button { padding: 0; color: var(--_accent); text-decoration: underline; text-underline-offset: 0.2em; }
.chips { display: flex; flex-wrap: wrap; gap: 0.5rem; padding-top: 0; }
.chips button { border: 1px solid var(--_line); border-radius: 2rem; color: var(--_ink); }
.chips button:hover { background: var(--_tint); }
small { font-size: 0.875em; color: var(--_quiet); }

[role=listbox] > div { padding: 0.375rem 0.5rem; border-top: 1px solid var(--_line); }
.title { padding: 0.375rem 0.5rem 0; color: var(--_quiet); font-size: 0.8125em; font-weight: 600; }
[role=option] { display: block; min-height: 2.75rem; padding: 0.5rem; border-radius: 0.375rem; color: inherit; text-decoration: none; overflow-wrap: anywhere; }
[role=option] > * { display: block; }
[role=option]:hover, [aria-selected=true] { background: var(--_tint); }
.topic { font-weight: 600; line-height: 1.35; }
.by, .heading { color: var(--_quiet); font-size: 0.875em; }
.by span + span::before { content: ' · '; }
.passage { margin-inline-start: 0.5rem; padding-inline-start: 0.75rem; border-inline-start: 2px solid var(--_line); border-start-start-radius: 0; border-end-start-radius: 0; font-size: 0.9375em; }
.quote { font-style: italic; }
code { margin-top: 0.125rem; padding: 0.375rem 0.5rem; border-radius: 0.375rem; background: color-mix(in srgb, var(--_ink) 6%, transparent); font: 0.875em/1.5 ui-monospace, monospace; white-space: pre-wrap; }
mark { border-radius: 0.2em; background: var(--searchnotes-mark, color-mix(in srgb, #fb0 38%, var(--_back))); color: inherit; }
.foot { position: sticky; bottom: 0; border-top: 1px solid var(--_line); background: var(--_back); padding-block: 0; }
.foot a { display: block; padding-block: 0.75rem; }
.live { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
[role=switch]::before { content: '☐ '; }
[role=switch][aria-checked=true]::before { content: '☑ '; }

@media (max-width: 40rem) {
  dialog { width: 100%; height: 100dvh; max-height: none; margin: 0; border: 0; border-radius: 0; }
  .panel { flex: 1; }
}
@media (hover: none) { kbd { display: none; } }
@media (forced-colors: active) {
  [aria-selected=true], div.box form:focus-within { outline-color: Highlight; }
  dialog form:focus-within { border-bottom: 2px solid Highlight; }
}
@media (prefers-reduced-motion: no-preference) {
  dialog[open] { animation: come 0.12s ease-out; }
  @keyframes come { from { opacity: 0; translate: 0 -0.5rem; } }
}
@media print { :host { display: none; } }
`);

customElements.get('search-notes') ?? customElements.define('search-notes', SearchNotes);
