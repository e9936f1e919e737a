// The search page answers while one types: it fetches the page that the form would open, and puts its content in place. Without this
// script everything works with links and the form.

const form = document.querySelector('form.search');
const field = form.elements.q;
const start = new URL(form.action).pathname;
const main = document.getElementById('main');
const said = Object.assign(document.createElement('p'), { className: 'hidden', role: 'status' });
document.body.append(said);

let asking;
let timer;
let isTyping = false; // Whether the newest entry of the history belongs to the words that are being typed.

let shown = location.pathname + location.search;

const isSearch = address => address.origin === location.origin && address.pathname === start;

/** The address of the words in the field. The filters and the order of a result stay; its page does not. */
function addressOfField() {
  const address = new URL(start, location);
  const now = new URL(location);
  for (const [name, value] of isSearch(now) ? now.searchParams : []) if (!/^(q|page)$/.test(name)) address.searchParams.append(name, value);
  const query = field.value.trim();
  if (query) address.searchParams.set('q', query);
  return address;
}

/** Shows a search. Resolves to false when it is superseded or cannot be fetched. */
async function show(address, change) {
  clearTimeout(timer);
  asking?.abort();
  const { signal } = asking = new AbortController();
  main.setAttribute('aria-busy', 'true');
  try {
    const response = await fetch(address, { signal, headers: { accept: 'text/html' } });
    const page = new DOMParser().parseFromString(await response.text(), 'text/html');
    if (signal.aborted || !page.getElementById('main')) return false;
    if (change) history[`${change}State`]({ scroll: 0 }, '', address);
    shown = address.pathname + address.search;
    place(page);
    return true;
  } catch {
    return false;
  } finally {
    if (!signal.aborted) main.removeAttribute('aria-busy');
  }
}

/** Puts the content of another page in place. The field is the same element all the time, so that nothing that is typed gets lost. */
function place(page) {
  const hadFocus = document.activeElement === field;
  const sheet = document.getElementById('filters');
  const isOpen = sheet?.matches(':popover-open');
  const scroll = isOpen && sheet.scrollTop;
  const isInMain = main.contains(form);
  const next = page.querySelector('form.search');
  const goesToMain = page.getElementById('main').contains(next);
  if (isInMain !== goesToMain) {
    const [from, to] = [field.selectionStart, field.selectionEnd];
    next.replaceWith(form);
    const bar = page.querySelector('.top .wrap');
    document.querySelector('.top .wrap').replaceChildren(...bar.childNodes);
    main.replaceChildren(...page.getElementById('main').childNodes);
    if (hadFocus) {
      field.focus();
      field.setSelectionRange(from, to);
    }
  } else if (!isInMain) {
    main.replaceChildren(...page.getElementById('main').childNodes);
  }
  document.title = page.title;
  document.querySelector('.skip').replaceWith(page.querySelector('.skip'));
  if (isOpen) {
    const opened = document.getElementById('filters');
    opened?.showPopover();
    if (opened) opened.scrollTop = scroll;
  }
  said.textContent = [...main.querySelectorAll('h1, .remarks li')].map(line => line.textContent).join('. ');
  showRecent();
}

// --- Typing. Words that follow each other quickly are one entry of the history.

function typed() {
  clearTimeout(timer);
  asking?.abort();
  timer = setTimeout(async () => {
    const address = addressOfField();
    if (address.href === location.href) return;
    const isFirst = !isTyping;
    isTyping = true;
    if (!await show(address, isFirst ? 'push' : 'replace')) isTyping &&= !isFirst;
  }, 150);
}

field.addEventListener('input', event => event.isComposing || typed());
field.addEventListener('compositionend', typed);
field.addEventListener('blur', () => { isTyping = false; });

form.addEventListener('submit', async event => {
  event.preventDefault();
  const address = addressOfField();
  remember(field.value.trim());
  if (address.href !== location.href || main.hasAttribute('aria-busy')) {
    if (!await show(address, isTyping ? 'replace' : 'push')) location = address;
  }
  isTyping = false;
  if (matchMedia('(pointer: coarse)').matches) field.blur(); // The keyboard would cover the hits.
});

// --- Links to searches: filters, chips, order, pages.

document.addEventListener('click', async event => {
  const link = event.target.closest?.('a[href]');
  if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  if (link.closest('.hit')) marked(link);
  const address = new URL(link.href);
  if (!isSearch(address) || address.hash || link.closest('.top')) return;
  event.preventDefault();
  const isInSheet = link.closest('#filters');
  const text = link.textContent;
  field.value = address.searchParams.get('q') ?? '';
  isTyping = false;
  if (!await show(address, 'push')) return void (location = address);
  if (!isInSheet) scrollTo({ top: 0, behavior: 'instant' });
  const again = [...document.querySelectorAll('#filters a')].find(other => other.textContent === text);
  (isInSheet && again || main).focus({ preventScroll: true });
});

addEventListener('popstate', async () => {
  const address = new URL(location);
  isTyping = false;
  if (shown === address.pathname + address.search) return; // Another place on this page.
  if (!isSearch(address)) return void location.reload();
  field.value = address.searchParams.get('q') ?? '';
  if (!await show(address)) location.reload();
});

/** Tells the page of a talk which words to mark. */
function marked(link) {
  const query = field.value.trim();
  remember(query);
  const { origin, pathname } = new URL(link.href);
  if (query && origin === location.origin && pathname.startsWith(`${start}talks/`)) link.search = new URLSearchParams({ q: query });
}

// --- Copying the address of a talk, or of a passage: the button for passages moves to the one under the pointer or with the selection.

const toPassage = document.querySelector('.to-passage');

for (const button of document.querySelectorAll('[data-copy]')) {
  if (!navigator.clipboard) continue;
  const { textContent, ariaLabel } = button;
  const { copied } = button.dataset;
  button.hidden = button === toPassage;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy || location.origin + location.pathname);
    button.textContent = said.textContent = copied;
    button.ariaLabel = null;
    setTimeout(() => Object.assign(button, { textContent, ariaLabel }), 2000);
  });
}

function offerPassage(element) {
  const passage = element?.closest?.('.notes [id^=line-]');
  if (!passage || passage.contains(toPassage)) return;
  const { origin, pathname } = location;
  toPassage.dataset.copy = `${origin}${pathname}#${passage.id}`;
  toPassage.hidden = false;
  passage.append(toPassage);
}

if (toPassage && navigator.clipboard) {
  document.addEventListener('pointerover', event => offerPassage(event.target));
  document.addEventListener('selectionchange', () => offerPassage(getSelection().focusNode?.parentElement));
}

// --- Keys.

document.addEventListener('keydown', event => {
  const { key, target } = event;
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const isField = target === field;
  if (key === '/' && !isField && !target.matches('input, textarea, select, [contenteditable]')) {
    field.focus();
    field.select();
  } else if (/^Arrow(Up|Down)$/.test(key) && (isField || target.closest('.named, .hit'))) {
    const links = [...main.querySelectorAll('.named h2 a, .hit h2 a')];
    const at = links.findIndex(link => link.closest('.named, .hit') === target.closest('.named, .hit'));
    const next = isField && key === 'ArrowUp' ? null : key === 'ArrowDown' ? links[at + 1] : at > 0 ? links[at - 1] : field;
    if (!next) return;
    next.focus();
    next.scrollIntoView({ block: 'nearest' });
  } else if (key === 'Escape' && !isField && target.closest('.hit, .named')) {
    field.focus();
  } else {
    return;
  }
  event.preventDefault();
});

// --- Recent searches, in the memory of the search box. They stay in this browser.

function memory() {
  try {
    return { on: true, searches: [], talks: [], ...JSON.parse(localStorage.getItem('searchnotes')) };
  } catch {
    return { on: false, searches: [], talks: [] };
  }
}

function remember(query) {
  const state = memory();
  if (!query || !state.on) return;
  try {
    localStorage.setItem('searchnotes', JSON.stringify({ ...state, searches: [query, ...state.searches.filter(old => old !== query)].slice(0, 5) }));
  } catch {
    // Full.
  }
}

function showRecent() {
  const list = document.querySelector('[data-recent]');
  const { on, searches } = memory();
  if (!list || !on || !searches.length) return;
  list.hidden = false;
  list.append(...searches.slice(0, 5).flatMap(query => {
    const link = Object.assign(document.createElement('a'), { href: `${start}?${new URLSearchParams({ q: query })}`, textContent: query, dir: 'auto' });
    return [' ', link];
  }));
}

showRecent();
