// The engine of SearchNotes in the browser, served as you read it. It answers queries from the files of `searchnotes export`, with the
// mechanisms of src/SearchNotes/Querying and Highlighting. Numbers and tables come from the entry and its chunks. This file reads queries
// and finds their words in the index; answer.js does the rest. See docs/static-format.md.

export let entry, numbers, tables, fields;
let folding;

const own = (table, key) => Object.hasOwn(table, key) ? table[key] : undefined;

// --- Letters, folding and tokens: Indexing/Analysis.

export const matcher = pattern => {
  const known = new Map();
  return c => known.get(c) ?? (known.set(c, pattern.test(c)), known.get(c));
};
const isLetter = matcher(/^\p{L}/u);
export const isLetterOrDigit = matcher(/^[\p{L}\p{Nd}]/u);
export const isSpace = matcher(/^[\s\x85]/);
const isUpper = matcher(/^\p{Lu}/u);
export const isLower = matcher(/^\p{Ll}/u);
const isInWord = matcher(/^[\p{L}\p{Mn}\p{Mc}\p{Nd}\p{Nl}\p{No}_\u200c\u200d\xad]/u);
const isUnspaced = matcher(/^[\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u3005\u3007]/);
const isApostrophe = c => "'’‘ʼ＇".includes(c);
const isHyphen = c => '-‐‑'.includes(c);
const isUmlaut = c => 'äöüÄÖÜøØ\u0308'.includes(c);

export function fold(word, writtenOut) {
  if (/^[\0-\x7f]*$/.test(word)) return word.toLowerCase();
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const c = word[i];
    if (!/[\u0300-\u036f\u064b-\u0652\u0640\u200c\u200d\ufe0f\xad]/.test(c)) folded += foldLetter(c);
    if (writtenOut && isUmlaut(c)) folded += 'e';
  }
  return folded;
}

function foldLetter(c) {
  if (c >= '\u2e80' || c >= '\u0250' && c < '\u1d00') return (c >= '\uff01' && c <= '\uff5e' ? c.normalize('NFKD') : c).toLowerCase();
  return folding.get(c.toLowerCase()) ?? c.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase();
}

/** Splits a text into tokens. `codes` are the ranges of inline code. */
export function tokenize(text, isCode = false, codes = []) {
  const tokens = [];
  let position = 0;
  let parts;

  const emit = (start, end, at) => {
    end = Math.min(end, start + numbers.TextTokens.MaxTermCharacters);
    let word = '';
    for (let i = start; i < end; i++) {
      const isJoint = i > start && i + 1 < end && (isApostrophe(text[i]) || isHyphen(text[i]))
        && isInWord(text[i - 1]) && isInWord(text[i + 1]);
      if (!isJoint) word += text[i];
    }
    const term = fold(word);
    if (!term) return;
    tokens.push({ term, start, end, position: at });
    if ([...word].some(isUmlaut)) tokens.push({ term: fold(word, true), start, end, position: at });
  };
  const segmentEnd = i => {
    while (i < text.length && isInWord(text[i]) && !isUnspaced(text[i])) i++;
    return i;
  };
  const compoundEnd = start => {
    let i = segmentEnd(start);
    while (i + 1 < text.length) {
      const isScope = text[i] === ':' && text[i + 1] === ':';
      const next = isScope ? i + 2 : i + 1;
      if (!(text[i] === '.' || isScope || isHyphen(text[i]) || isApostrophe(text[i]))) break;
      if (next >= text.length || !isInWord(text[next]) || isUnspaced(text[next])) break;
      i = segmentEnd(next);
    }
    return i;
  };
  const isFree = i => i < 0 || isSpace(text[i]) || '([{"\'`,;|/*“‘«'.includes(text[i]);
  const startWithSigil = start => {
    const sigil = text[start - 1];
    if (sigil === '-' && text[start - 2] === '-') return isFree(start - 3) ? start - 2 : start;
    if (!sigil || !'%@$.'.includes(sigil) || sigil === '.' && !/[a-z]/i.test(text[start])) return start;
    return isFree(start - 2) ? start - 1 : start;
  };
  const endWithSuffix = end => {
    const begins = i => i < text.length && (isInWord(text[i]) || '+#'.includes(text[i]));
    if (text[end] === '+' && text[end + 1] === '+' && !begins(end + 2)) return end + 2;
    return text[end] === '#' && !begins(end + 1) && /[a-z]/i.test(text[end - 1]) ? end + 1 : end;
  };
  const addIdentifier = (start, end, inCode) => {
    let from = start;
    const add = to => to > from && parts.push([from, to]);
    for (let i = start; i < end; i++) {
      const isCamel = inCode && i > from && isUpper(text[i])
        && (isLower(text[i - 1]) || i + 1 < end && isUpper(text[i - 1]) && isLower(text[i + 1]));
      if (text[i] !== '_' && !isCamel) continue;
      add(i);
      from = isCamel ? i : i + 1;
    }
    add(end);
  };
  /** Collects the parts of a compound; returns whether it ends in a possessive 's, which is no part. */
  const collectParts = (start, end, inCode) => {
    parts = [];
    let possessive = false;
    for (let i = start; i < end;) {
      const to = segmentEnd(i);
      const segment = text.slice(i, to);
      const isContraction = i > start && isApostrophe(text[i - 1]) && /^(s|t|re|ll|ve|d|m)$/i.test(segment);
      possessive = isContraction && /^s$/i.test(segment) && parts.length > 0;
      if (!isContraction) addIdentifier(i, to, inCode);
      else if (!possessive && parts.length) parts.at(-1)[1] = to;
      for (i = to; i < end && !isInWord(text[i]);) i++;
    }
    return possessive;
  };
  const readWord = (start, inCode) => {
    const end = compoundEnd(start);
    const from = startWithSigil(start);
    let to = endWithSuffix(end);
    if (collectParts(start, end, inCode)) to = parts.at(-1)[1];
    if (parts.length !== 1 || parts[0][0] !== from || parts[0][1] !== to) emit(from, to, position);
    for (const [first, last] of parts) emit(first, last, position++);
    if (!parts.length) position++;
    return Math.max(to, end);
  };

  for (let i = 0; i < text.length;) {
    const inCode = isCode || codes.some(([start, end]) => start <= i && i < end);
    const c = text[i];
    let end = i + 1;
    if (isUnspaced(c)) {
      while (end < text.length && isUnspaced(text[end])) end++;
      if (end - i === 1) emit(i, end, position++);
      for (let k = i; k + 1 < end; k++) emit(k, k + 2, position++);
    } else if (isInWord(c)) {
      end = readWord(i, inCode);
    } else if (c >= '\ud800' && c < '\udc00' && isLetter(text.slice(i, i + 2))) {
      end = i + 2;
      emit(i, end, position++);
    } else if (inCode && /[-=<>!&|:+*/~^%$?.@\\#]/.test(c)) {
      while (end < text.length && /[-=<>!&|:+*/~^%$?.@\\#]/.test(text[end])) end++;
      if (end - i >= 2 && end - i <= 4) emit(i, end, position);
    }
    i = end;
  }
  return tokens;
}

// --- The query: Querying/Syntax.

const isBlank = matcher(/^[\s\p{Cc}]/u);
const isWordCharacter = matcher(/^[\p{L}\p{Nd}_\ud800-\udfff]/u);
const isQuote = c => entry.syntax.quotes.some(([opening]) => opening.includes(c));

function lex(text, notes) {
  const { MaxWords, MaxNesting } = numbers.QueryLexer;
  const { before, after, quotes, fields: names, filters } = entry.syntax;
  const tokens = [];
  const open = [];
  let at = 0;
  let words = 0;
  let isFull = false;
  const note = (position, key, value) => notes.push({ position, key, value });
  const push = (kind, value, start, end) => tokens.push({ kind, text: value, start, end });
  const isValue = () => tokens.at(-1)?.kind === 'field';
  const operatorOf = word => own({ OR: 'or', '|': 'or', '||': 'or', AND: 'and', NOT: 'not' }, word);

  const stopAt = position => {
    isFull = true;
    note(position, 'tooManyWords', MaxWords);
    while (/^(field|not|or|and)$/.test(tokens.at(-1)?.kind)) tokens.pop();
  };
  const add = (kind, start, end, spanEnd = end) => {
    if (words++ === MaxWords) stopAt(start);
    else push(kind, text.slice(start, end), start, spanEnd);
  };
  const wordEnd = from => {
    let own = 0;
    for (let i = from; i < text.length; i++) {
      if (isBlank(text[i])) return i;
      if (text[i] === '(') own++;
      else if (text[i] === ')' && --own < 0 && open.length) return i;
    }
    return text.length;
  };
  const phrase = () => {
    const closing = quotes.find(([opening]) => opening.includes(text[at]))?.[1];
    if (!closing) return false;
    let end = at + 1;
    while (end < text.length && !closing.includes(text[end])) end++;
    const start = at;
    if (end === text.length) {
      note(at++, 'openPhrase');
      return true;
    }
    at = end + 1;
    const inside = text.slice(start + 1, end).trim();
    if (!inside) {
      note(start, 'emptyPhrase');
      return true;
    }
    const isCode = isValue() && /^code$/i.test(tokens.at(-1).text);
    const split = inside.split(/\s+/);
    const room = MaxWords - words;
    words += split.length;
    if (room > 0) push('phrase', isCode && split.length <= room ? inside : split.slice(0, room).join(' '), start, at);
    if (split.length > room) stopAt(start);
    return true;
  };
  const parenthesis = () => {
    if (text[at] === '(') {
      if (open.length < MaxNesting) push('open', '(', at, at + 1);
      else if (open.length === MaxNesting) note(at, 'tooDeep', MaxNesting);
      open.push(at);
    } else if (text[at] === ')' && open.length) {
      open.pop();
      if (open.length < MaxNesting) push('close', ')', at, at + 1);
    } else if (text[at] === ')') {
      note(at, 'closesNothing');
    } else {
      return false;
    }
    at++;
    return true;
  };
  const minus = () => {
    const next = text[at + 1];
    if (text[at] !== '-' || !next) return false;
    const opens = next === '(' || isQuote(next);
    if (!opens && !isWordCharacter(next) && !('.@%#'.includes(next) && isWordCharacter(text[at + 2] ?? ' '))) return false;
    if (!opens && wordEnd(at + 1) === at + 2) {
      note(at, 'option', next);
      return false;
    }
    push('not', '-', at, ++at);
    return true;
  };
  const field = () => {
    const name = /^[a-z]+(?=[:：])/i.exec(text.slice(at))?.[0];
    const colon = at + name?.length;
    if (!name || /^(:|\/\/)/.test(text.slice(colon + 1))) return false;
    const next = text[colon + 1] ?? ' ';
    const isKnown = own(names, name.toLowerCase()) || own(filters, name.toLowerCase());
    if (isKnown) {
      if (isBlank(next) && !/^[a-z]/.test(name)) return false;
      push('field', name.toLowerCase(), at, colon + 1);
      at = colon + 1;
      return true;
    }
    const opens = next === '(' || isQuote(next);
    if (/^[a-z]{3,}$/.test(name) && (opens || isLetter(next))) note(at, 'noField', name);
    if (!opens || operatorOf(name)) return false;
    add('word', at, colon);
    at = colon + 1;
    return true;
  };
  const word = () => {
    const inField = isValue();
    const start = at;
    let end = at = wordEnd(at);
    const isText = () => [...text.slice(start, end)].some(c => !after.includes(c));
    if (!(inField && own(filters, tokens.at(-1).text) === 'year') && isText()) {
      for (; end > start + 1; end--) {
        const last = text[end - 1];
        if (isQuote(last) && isLetter(text[end - 2])) note(end - 1, 'loneQuote');
        else if (!after.includes(last)) break;
      }
    }
    const value = text.slice(start, end);
    if (/^[-&/*+]$/.test(value) || !isText()) return;
    if (!inField && operatorOf(value)) return void push(operatorOf(value), value, start, end);
    const star = value.indexOf('*');
    if (star <= 0 || star !== value.length - 1 || !isWordCharacter(value[star - 1])) return void add('word', start, end);
    const letters = [...value].filter(c => isLetterOrDigit(c)).length;
    if (letters < 2) note(end - 1, 'shortPrefix');
    add(letters < 2 ? 'word' : 'prefix', start, end - 1, end);
  };

  while (!isFull) {
    while (at < text.length && (isBlank(text[at]) || before.includes(text[at]))) at++;
    if (at >= text.length) break;
    if (!(phrase() || parenthesis() || !isValue() && (minus() || field()))) word();
  }
  for (let i = Math.min(open.length, MaxNesting) - 1; i >= 0; i--) {
    if (!isFull) note(open[i], 'openGroup');
    push('close', '', text.length, text.length);
  }
  return tokens;
}

export function yearRange(text) {
  const found = /^(\d{4})?(?:(\.\.|-)(\d{4})?)?$/.exec(text);
  if (!found || !found[1] && !found[3] || found[2] === '-' && !(found[1] && found[3])) return null;
  const years = [found[1] ?? '0000', found[2] ? found[3] ?? '9999' : found[1]].sort();
  return `${years[0]}..${years[1]}`;
}

/** The filter and the value that a typed value means, or nothing. */
function readValue(filter, typed) {
  const value = typed.toLowerCase();
  if (filter === 'kind') return own(entry.syntax.kinds, value) && [filter, entry.syntax.kinds[value]];
  if (filter === 'year') return yearRange(value) && [filter, yearRange(value)];
  if (filter === 'has') return /^(code|qa|q&a|quotes?)$/.test(value) && [filter, value.replace('&', '').replace(/s$/, '')];
  const code = /^..[-_]/.test(value) ? value.slice(0, 2) : value;
  if (/^[a-z]{2}$/.test(code) && entry.syntax.languages.match(/../g).includes(code)) return [filter, code];
  return /^[a-z]([a-z0-9+#._-]*[a-z0-9+#])?$/.test(value) && ['codeLanguage', value];
}

export function parse(text) {
  const notes = [];
  const { MaxCharacters } = numbers.QueryReader;
  const typed = text;
  if (text.length > MaxCharacters) {
    const cut = text.slice(0, MaxCharacters + 1).search(/\s\S*$/);
    text = text.slice(0, cut > 0 ? cut : MaxCharacters);
    notes.push({ position: text.length, key: 'tooLong', value: MaxCharacters });
  }
  const tokens = lex(text, notes);
  const outer = [];
  let group = { clauses: [] };

  const flatten = clauses => clauses.flatMap(clause => clause.type === 'all' ? clause.clauses : clause);
  const isInField = () => group.isInField || group.field;
  const canJoin = () => group.clauses.length && !group.isJoining && !group.field && !group.not;
  const words = clause => clause.type === 'word' ? clause.text.split(',').filter(Boolean)
    : clause.type === 'phrase' ? [clause.text] : clause.clauses ? clause.clauses.flatMap(words) : [null];
  const inField = (name, clause) => {
    const place = { start: name.start, end: clause.end };
    if (own(entry.syntax.fields, name.text)) return { type: 'field', field: entry.syntax.fields[name.text], clause, ...place };
    const asked = entry.syntax.filters[name.text];
    const values = words(clause).map(word => word != null && readValue(asked, word));
    if (values.length && values.every(value => value && value[0] === values[0][0])) {
      return { type: 'filter', filter: values[0][0], values: [...new Set(values.map(([, value]) => value))], ...place };
    }
    notes.push({ position: name.start, key: asked, value: name.text });
    return clause;
  };
  const complete = clause => {
    if (group.field) clause = inField(group.field, clause);
    if (group.not) clause = clause.type === 'not' ? clause.clause : { type: 'not', clause, start: group.not.start, end: clause.end };
    group.field = group.not = null;
    if (group.isJoining) {
      const left = group.clauses.pop();
      const clauses = [left, clause].flatMap(side => side.type === 'any' ? side.clauses : side);
      clause = { type: 'any', clauses, start: left.start, end: clause.end };
    }
    group.clauses.push(clause);
    group.isJoining = false;
  };
  const asText = (token, reason) => {
    notes.push({ position: token.start, key: reason, value: token.text });
    complete({ ...token, type: 'word', end: token.start + token.text.length });
  };

  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    const follows = next && !/^(close|or|and)$/.test(next.kind);
    if (/^(word|prefix|phrase)$/.test(token.kind)) {
      complete({ ...token, type: token.kind, end: token.kind === 'word' ? token.start + token.text.length : token.end });
    } else if (token.kind === 'open') {
      outer.push(group);
      group = { clauses: [], start: token.start, isInField: isInField() };
    } else if (token.kind === 'close') {
      const { start } = group;
      const clauses = flatten(group.clauses);
      group = outer.pop();
      if (clauses.length) {
        complete(clauses.length === 1 ? clauses[0] : { type: 'all', clauses, start, end: token.end });
      } else {
        notes.push({ position: start, key: 'emptyGroup' });
        group.field = group.not = group.isJoining = null;
      }
    } else if (token.kind === 'not') {
      if (follows) group.not = group.not ? null : token;
      else asText(token, 'loneNot');
    } else if (token.kind === 'field') {
      if (next && /^(word|prefix|phrase|open)$/.test(next.kind) && !isInField()) group.field = token;
      else asText(token, isInField() ? 'fieldInField' : 'loneField');
    } else if (follows && canJoin()) {
      group.isJoining ||= token.kind === 'or';
    } else {
      asText(token, 'loneOperator');
    }
  });

  const root = { type: 'all', clauses: flatten(group.clauses) };
  if (root.clauses.length && root.clauses.every(clause => clause.type === 'not')) {
    notes.push({ position: root.clauses[0].start, key: 'onlyNot' });
  }
  const last = clause => clause?.type === 'word' ? clause : clause?.type === 'field' ? last(clause.clause)
    : clause?.type === 'all' || clause?.type === 'any' ? last(clause.clauses.at(-1)) : null;
  const word = last(root);
  const isUnfinished = word?.end === typed.length && /[\p{L}\p{Nd}\p{Mn}\p{Mc}]$/u.test(typed) && !/^(OR|AND|NOT)$/.test(word.text);
  return { root, notes: notes.sort((a, b) => a.position - b.position), unfinished: isUnfinished ? word : null };
}

// --- Chunks: the files that the entry names. Each begins with its name.

/** A file is missing, damaged, or of another generation. */
export class Broken extends Error {
  name = 'Broken';
}

const base = new URL('.', import.meta.url);
const loading = new Map();
export const ready = new Map();

/** Loads and reads chunks, each once. */
export const load = names => Promise.all(names.map(name => {
  if (!loading.has(name)) loading.set(name, fetchChunk(name).then(chunk => ready.set(name, chunk)).finally(() => loading.delete(name)));
  return loading.get(name);
}));

async function fetchChunk(name, attempt = 1) {
  let response;
  try {
    response = await fetch(new URL(`i/${name}`, base), { credentials: 'omit' });
    if (response.status >= 500) throw new Error(response.status);
  } catch (fault) {
    if (attempt > 1) throw fault;
    await new Promise(done => setTimeout(done, 400));
    return fetchChunk(name, 2);
  }
  if (!response.ok) throw new Broken(`i/${name} is missing.`);
  const unpacked = response.body.pipeThrough(new DecompressionStream('gzip'));
  const bytes = await new Response(unpacked).arrayBuffer().catch(() => new ArrayBuffer());
  const reader = new Reader(new Uint8Array(bytes));
  if (reader.line() !== name) throw new Broken(`i/${name} is damaged.`);
  const readers = { w: readWords, l: readList, r: readTails, d: readLengths, v: readValues, p: reader => reader };
  return (readers[name.split('.')[1]] ?? readJson)(reader);
}

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

  get isAtEnd() { return this.at >= this.bytes.length; }

  decode(end) {
    const start = this.at;
    this.at = end;
    return new TextDecoder().decode(this.bytes.subarray(start, end));
  }

  line() {
    const line = this.decode(Math.max(this.bytes.indexOf(10), 0));
    this.at++;
    return line;
  }

  number() {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = this.bytes[this.at++];
      value |= (byte & 0x7f) << shift;
      if (!(byte & 0x80)) return value;
    }
  }

  text() {
    const length = this.number();
    return this.decode(this.at + length);
  }

  /** A text that begins like another. */
  after(before) { return before.slice(0, this.number()) + this.text(); }

  list(read) { return Array.from({ length: this.number() }, read); }
}

const readJson = reader => JSON.parse(reader.decode(reader.bytes.length));

function readLengths(reader) {
  const { documents } = entry;
  const lengths = reader.bytes.subarray(reader.at, reader.at + documents);
  const bits = reader.bytes.subarray(reader.at + documents);
  return { lengths, isPost: doc => bits[doc >> 3] >> (doc & 7) & 1 };
}

/** Words with their counts; those without their first letter have it behind them. */
function readList(reader, isTails) {
  const words = [];
  for (let before = ''; !reader.isAtEnd;) {
    before = reader.after(before);
    words.push({ word: before, first: isTails && reader.text(), count: reader.number() });
  }
  return words;
}

const readTails = reader => readList(reader, true);

function readValues(reader) {
  const table = readJson(reader);
  let day = 0;
  table.days = table.days.map(step => day += step);
  table.years = table.days.map(days => days && String(new Date(days * 864e5 - 62135596800000).getUTCFullYear()).padStart(4, '0'));
  return table;
}

function readWords(reader) {
  const words = new Map();
  let before = '';
  reader.list(() => {
    const word = before = reader.after(before);
    const forms = reader.list(() => reader.after(word));
    const corrections = reader.list(() => reader.after(word));
    const names = reader.list(() => ({ facet: reader.number(), count: reader.number(), name: reader.text() }));
    const mask = reader.number();
    const postings = fields.map((field, f) => mask >> f & 1 ? readPostings(reader, field) : null);
    words.set(word, { word, forms, corrections, names, postings });
  });
  return { words, sorted: [...words.keys()] };
}

function readPostings(reader, field) {
  const count = reader.number();
  const [docs, freqs] = [new Int32Array(count), new Int32Array(count)];
  const lengths = field.hasLengths && new Uint8Array(count);
  for (let i = 0, doc = -1; i < count; i++) {
    const step = reader.number();
    docs[i] = doc += (step >> 1) + 1;
    freqs[i] = step & 1 || reader.number();
    if (lengths) lengths[i] = reader.bytes[reader.at++];
  }
  return { docs, freqs, lengths };
}

/** Adds the positions of a block to its postings. */
function readPositions(block, reader) {
  for (const { postings } of block.words.values()) {
    for (const posting of postings) {
      posting && (posting.positions = Array.from(posting.freqs, freq => {
        const positions = [];
        for (let position = 0; freq > 0; freq--) positions.push(position += reader.number());
        return positions;
      }));
    }
  }
}

export const nameAt = (names, i) => names.slice(8 * i, 8 * i + 8);

/** Index of the last text that is not after a word; -1 if all are. */
function lastNotAfter(texts, word) {
  let [low, high] = [0, texts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (texts[middle] > word) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/** Prepares the engine for an entry. */
function prepare(json) {
  entry = json;
  numbers = entry.numbers;
  for (const [name, number] of Object.entries(numbers.Ranking)) numbers.Ranking[name] = Math.fround(number); // As in C#.
  tables = null;
  folding = new Map(entry.folding.split(' ').filter(Boolean).map(pair => [pair[0], pair.slice(1)]));
  const { LastExact, Step } = numbers.FieldLength;
  fields = entry.fields.map(([name, flag, weight, b, average]) => ({
    name, flag, hasLengths: b > 0 && name !== 'text',
    factors: Float32Array.from({ length: 256 }, (_, length) => {
      const words = length <= LastExact ? length : LastExact * Step ** (length - LastExact);
      return weight / (1 - b + b * (length ? words / average : 1));
    }),
  }));
}

// --- Words of the query to words of the index: Querying/Matching and Planning.

export const missing = Symbol('missing');

/** Optimal string alignment distance to a word, or to its nearest beginning; more than `most` if farther. */
export function distance(typed, other, most, toBeginning) {
  if (!toBeginning && Math.abs(typed.length - other.length) > most) return most + 1;
  if (toBeginning) other = other.slice(0, typed.length + most);
  let [row, above, twoAbove] = [[], Array.from({ length: other.length + 1 }, (_, j) => j), []];
  for (let i = 1; i <= typed.length; i++) {
    row = [i];
    let least = i;
    for (let j = 1; j <= other.length; j++) {
      let d = Math.min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (typed[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && typed[i - 1] === other[j - 2] && typed[i - 2] === other[j - 1]) d = Math.min(d, twoAbove[j - 2] + 1);
      row[j] = d;
      least = Math.min(least, d);
    }
    if (least > most) return most + 1;
    [twoAbove, above] = [above, row];
  }
  return toBeginning ? Math.min(...above) : above[other.length];
}

export const allowedEdits = length => length < 4 || length > numbers.EditDistance.MaxWordLength ? 0 : length < 8 ? 1 : 2;

/** The regular English forms of a word: learning → learn, learns, learned. */
export function inflections(word) {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  const ending = /ing$/.test(word) ? 3 : /ed$/.test(word) ? 2 : 0;
  const root = word.slice(0, word.length - ending);
  const roots = !ending || root.length < 3 ? [word] : root.at(-1) === root.at(-2) ? [root, root.slice(0, -1)] : [root, `${root}e`];
  const forms = roots.flatMap(root => root.endsWith('e') ? [`${root}s`, `${root}d`, `${root.slice(0, -1)}ing`]
    : ['s', 'ed', 'ing', `${root.at(-1)}ed`, `${root.at(-1)}ing`].map(ending => root + ending));
  return [...new Set([...forms, ...roots])].filter(form => form !== word);
}

export const countIn = (record, mask) => record
  ? fields.reduce((most, { flag }, f) => mask & flag ? Math.max(most, record.postings[f]?.docs.length ?? 0) : most, 0) : 0;
export const sum = (list, of) => list.reduce((all, item) => all + of(item), 0);
export const max = (list, of) => list.reduce((most, item) => Math.max(most, of(item)), 0);
export const isStopWord = word => tables.stopWords.has(word);

/** Terms of a text. Symbols that are no words are read as code. */
export function readTerms(text) {
  let tokens = tokenize(text);
  if (!tokens.length) tokens = tokenize(text, true);
  const first = tokens[0]?.position;
  return tokens.map(token => ({ ...token, position: token.position - first }));
}

/** Reads the words of one query. Throws `missing` where a chunk has to be loaded first. */
export class Terms {
  wanted = new Set();
  hasPositions = false;

  need(name) {
    if (ready.has(name)) return ready.get(name);
    this.wanted.add(name);
    throw missing;
  }

  want(name) {
    if (!ready.has(name)) this.wanted.add(name);
  }

  block(i, hasPositions = this.hasPositions) {
    const name = nameAt(entry.words, i);
    if (hasPositions) this.want(`${name}.p`);
    return this.need(`${name}.w`);
  }

  /** The record of a word, or nothing. */
  word(term, hasPositions) {
    const i = lastNotAfter(entry.firstWords, term);
    return i < 0 ? undefined : this.block(i, hasPositions).words.get(term);
  }

  /** Wants what a query certainly needs, so that it comes in one round. */
  expect({ root, unfinished }) {
    const wordsOf = clause => clause.clauses?.flatMap(wordsOf) ?? (clause.clause ? wordsOf(clause.clause) : clause.text ? [clause] : []);
    const words = wordsOf(root);
    const read = words.map(({ text }) => readTerms(text));
    this.hasPositions ||= words.length > 1 || read.some(tokens => tokens.some(({ position }) => position));
    const steps = words.flatMap((clause, i) => {
      const [joined] = words[i + 1] ? readTerms(clause.text + words[i + 1].text) : [];
      const [first] = read[i];
      return [
        ...read[i].map(({ term }) => () => this.word(term)),
        () => joined && this.word(joined.term, false),
        () => clause === unfinished && first?.term.length > 1 && this.range(first.term),
      ];
    });
    try {
      this.together(steps);
    } catch (fault) {
      if (fault !== missing) throw fault;
    }
  }

  /** Takes all steps, so that whatever is missing is loaded together. */
  together(steps) {
    const found = steps.map(step => {
      try {
        return step();
      } catch (fault) {
        if (fault !== missing) throw fault;
        return missing;
      }
    });
    if (found.includes(missing)) throw missing;
    return found;
  }

  words(terms) { return this.together(terms.map(term => () => this.word(term))); }

  positions(term, f) {
    const record = this.word(term);
    const posting = record?.postings[f];
    if (posting && !posting.positions) {
      const name = nameAt(entry.words, lastNotAfter(entry.firstWords, term));
      readPositions(this.block(lastNotAfter(entry.firstWords, term)), this.need(`${name}.p`));
    }
    return posting;
  }

  count(word) { return countIn(this.word(word, false), numbers.FieldSet.Default); }

  /** The blocks with words that begin with a prefix; of a short prefix those of its most frequent words, unless all are asked for. */
  range(prefix, isWhole) {
    const first = Math.max(lastNotAfter(entry.firstWords, prefix), 0);
    const last = lastNotAfter(entry.firstWords, `${prefix}\uffff`);
    let range = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    if (range.length > 4 && !isWhole) range = [first, ...entry.frequent.filter(i => i > first && i <= last).slice(0, 3)];
    const blocks = range.map(i => {
      this.want(`${nameAt(entry.words, i)}.w`);
      if (this.hasPositions && range.length < 3) this.want(`${nameAt(entry.words, i)}.p`);
      return ready.get(`${nameAt(entry.words, i)}.w`);
    });
    if (blocks.includes(undefined)) throw missing;
    return blocks.flatMap(({ words, sorted }) => sorted.filter(word => word.startsWith(prefix)).map(word => words.get(word)))
      .filter(({ postings }) => postings.some(Boolean));
  }

  begins(prefix) { return this.range(prefix).length > 0; }

  /** The most frequent words that begin with a prefix, without the prefix itself. */
  beginning(prefix, limit, isWhole) {
    return this.range(prefix, isWhole).map(record => ({ word: record.word, count: countIn(record, numbers.FieldSet.Default) }))
      .filter(({ word, count }) => word !== prefix && count).sort((a, b) => b.count - a.count).slice(0, limit);
  }

  /** The counts of all words. */
  allCounts() {
    const [firsts, names] = entry.byFirst;
    [...firsts].forEach((_, i) => this.want(`${nameAt(names, i)}.l`));
    if (this.wanted.size) throw missing;
    return new Map([...firsts].flatMap((_, i) => ready.get(`${nameAt(names, i)}.l`)).map(({ word, count }) => [word, count]));
  }

  list([firsts, names], ending, letter) {
    const i = lastNotAfter([...firsts], letter);
    return i < 0 ? [] : this.need(nameAt(names, i) + ending);
  }

  /** Words of which a word may be a typo, nearest first. */
  near(word, limit) {
    const edits = allowedEdits(word.length);
    if (!edits) return [];
    const measured = this.list(entry.byFirst, '.l', word[0]).filter(other => other.word[0] === word[0])
      .map(other => ({ ...other, edits: distance(word, other.word, edits) }));
    const found = measured.filter(other => other.edits && other.edits <= edits);
    return best(found.length ? found : this.otherFirst(word), limit);
  }

  /** Words that differ in the first letter: another one, none, one more, or swapped with the second. */
  otherFirst(word) {
    const rest = word.slice(1);
    const others = [rest, word[1] + word[0] + word.slice(2)];
    const [same, without, ...counts] = this.together([
      () => this.list(entry.bySecond, '.r', rest[0]), () => this.list(entry.bySecond, '.r', word[0]),
      ...others.map(other => () => this.count(other)),
    ]);
    const found = [[rest, same], [word, without]].flatMap(([tail, list]) => list.filter(other => other.word === tail))
      .map(({ word, first, count }) => ({ word: first + word, count }));
    others.forEach((other, i) => found.push({ word: other, count: counts[i] }));
    return found.filter(other => other.count && other.word !== word).map(other => ({ ...other, edits: 1 }));
  }

  /** What the exporter found in place of `near` for a rare word. */
  corrections(term) {
    const { corrections = [] } = this.word(term) ?? {};
    this.words(corrections);
    return corrections.map(word => ({ word, count: this.count(word), edits: distance(term, word, allowedEdits(term.length)) }));
  }

  beginningNear(typed, limit) {
    if (!allowedEdits(typed.length)) return [];
    return best(this.list(entry.byFirst, '.l', typed[0]).filter(({ word }) => word[0] === typed[0] && word.length >= typed.length)
      .map(other => ({ ...other, edits: distance(typed, other.word, 1, true) })).filter(({ edits }) => edits <= 1), limit);
  }
}

export const best = (words, limit) => words.sort((a, b) => a.edits - b.edits || b.count - a.count).slice(0, limit);

export const idf = count => {
  const least = Math.min(count, entry.documents);
  return Math.fround(Math.log(1 + (entry.documents - least + 0.5) / (least + 0.5)));
};

const rare = () => Math.max(1, Math.floor(entry.documents * numbers.Ranking.RareShare));

/** Turns typed words into words of the index: Planning/WordResolver. */
export class Resolver {
  constructor(terms) {
    this.terms = terms;
  }

  resolve(typed, mask, expansion) {
    const read = readTerms(typed);
    if (!read.length) return null;
    const { Word, Prefix, Part } = numbers.MatchKind;
    const { CommonShare } = numbers.Ranking;
    const whole = [...new Set(read.filter(({ start, end, position }) => start === read[0].start && end === read[0].end && !position)
      .map(({ term }) => term))];
    const steps = toSteps(read, whole);
    const isOne = read.every(({ position }) => !position);
    const word = { typed, fields: mask, groups: [], sequences: [] };
    if (!isOne) this.terms.hasPositions = true;
    if (/word|unfinished/.test(expansion) && isStopWord(whole[0])) {
      const isRarePrefix = expansion === 'unfinished'
        && countIn(this.terms.word(whole[0]), mask) < CommonShare * entry.documents;
      expansion = isRarePrefix ? 'prefix' : 'none';
    }
    const isCompound = Math.max(...read.map(({ end }) => end)) <= read[0].end;
    const count = isOne || isCompound ? this.addForms(word, whole, isOne, expansion) : 0;
    if (!isOne) {
      const isIdentifier = /[._:]/.test(typed);
      if (!isIdentifier) word.sequences.push({ kind: Word, factor: count ? numbers.Ranking.Form : 1, steps });
      else if (!count) word.sequences.push({ kind: Part, factor: numbers.Ranking.Parts, steps });
    }
    if (isOne) this.addExpansions(word, whole[0], count, expansion);
    else if (!word.groups.length && expansion !== 'none') {
      this.add(word, Part, this.find([...new Set(steps.flat())], numbers.Ranking.Parts, mask));
    }
    word.isUnknown = !word.groups.some(({ kind }) => kind === Word || kind === Prefix) && !word.sequences.some(({ kind }) => kind === Word);
    word.isAbsent = word.isUnknown && !word.correctedTo;
    word.weight = this.weigh(word, whole[0]);
    return word;
  }

  phrase(typed, mask) {
    const read = readTerms(typed);
    if (!read.length) return null;
    this.terms.hasPositions = true;
    const steps = toSteps(read, []);
    const word = { typed, fields: mask, groups: [], isPhrase: true, literal: mask === numbers.FieldSet.Code ? typed : null };
    word.sequences = [{ kind: numbers.MatchKind.Word, factor: 1, steps }];
    this.terms.words(steps.flat());
    word.weight = sum(steps, step => idf(max(step, term => countIn(this.terms.word(term), mask))));
    return word;
  }

  /** Lets two neighbours also match the word that they form together. */
  join(first, second) {
    const read = readTerms(first.typed + second.typed);
    const joined = read.length && read.every(({ position }) => !position) && read[0].term;
    if (!joined || !this.terms.count(joined)) return;
    for (const word of [first, second]) {
      const found = this.find([joined], numbers.Ranking.Form, word.fields);
      if (!found.length) continue;
      this.add(word, numbers.MatchKind.Word, found);
      word.isUnknown = word.isAbsent = false;
      if (!word.correctedTo) continue;
      word.correctedTo = null;
      word.groups = word.groups.filter(({ kind }) => kind !== numbers.MatchKind.Typo);
    }
  }

  /** The words that occur in the fields. */
  find(terms, factor, mask) {
    const records = this.terms.words(terms);
    return terms.map((term, i) => ({ term, factor, record: records[i] })).filter(({ record }) => countIn(record, mask));
  }

  add(word, kind, found) {
    if (!found.length) return;
    const group = word.groups.find(group => group.kind === kind);
    if (group) group.terms = [...group.terms, ...found];
    else word.groups = [...word.groups, { kind, terms: found }].sort((a, b) => a.kind - b.kind);
  }

  addForms(word, whole, isOne, expansion) {
    const { Form } = numbers.Ranking;
    const counted = found => found.map(({ record }) => countIn(record, word.fields));
    let found = this.find(whole, 1, word.fields);
    let most = Math.max(0, ...counted(found));
    if (isOne && expansion !== 'none') {
      let forms = this.find(this.formsOf(whole[0]), Form, word.fields);
      if (!most && !forms.length) forms = this.find(inflections(whole[0]), Form, word.fields);
      most += sum(counted(forms), count => count);
      found = [...found, ...forms];
    }
    this.add(word, numbers.MatchKind.Word, found);
    return most;
  }

  /** The other forms of a word; of one that occurs nowhere those of its stem, as far as the endings tell it. */
  formsOf(term) {
    const record = this.terms.word(term);
    if (record) return record.forms;
    for (const [ending, other] of tables.endings) {
      if (!term.endsWith(ending) || term.length - ending.length < 3) continue;
      const stem = this.terms.word(term.slice(0, term.length - ending.length) + other);
      if (stem) return [stem.word, ...stem.forms];
    }
    return [];
  }

  addExpansions(word, term, count, expansion) {
    if (expansion === 'none' || ![...term].every(isLetterOrDigit)) return;
    const { Prefix } = numbers.MatchKind;
    if (expansion === 'initial') return this.addInitial(word, term);
    if (!count && !(expansion === 'unfinished' && this.terms.begins(term))) count = this.addSplit(word, term);
    if (/unfinished|prefix/.test(expansion) && (count <= rare() || expansion === 'prefix') && term.length > 1) {
      const words = this.terms.beginning(term, numbers.Ranking.MaxPrefixTerms, expansion === 'prefix').map(({ word }) => word);
      const found = this.find(words, 1, word.fields);
      this.add(word, Prefix, found);
      count += max(found, ({ record }) => countIn(record, word.fields));
    }
    if (expansion !== 'prefix' && count <= rare()) this.addTypos(word, term, count, expansion === 'unfinished');
  }

  /** The names that begin with an initial, merged by the exporter into one record. */
  addInitial(word, term) {
    const record = this.terms.word(`\u0001${term}`);
    const mask = word.fields & numbers.FieldSet.Speaker;
    if (!record || !mask) return;
    const found = { term, factor: 1, record, names: record.forms, count: record.names[0].count };
    this.add(word, numbers.MatchKind.Prefix, [found]);
  }

  /** Splits a word into two that stand side by side: realtime → real time. */
  addSplit(word, term) {
    const { MinSplitCharacters } = numbers.WordResolver;
    let [most, split] = [0, null];
    for (let i = 1; i < term.length; i++) {
      const [first, second] = [term.slice(0, i), term.slice(i)];
      const isNumber = isLetter(first.at(-1)) !== isLetter(second[0]);
      if (!isNumber && (i < MinSplitCharacters || second.length < MinSplitCharacters) || isStopWord(first) || isStopWord(second)) continue;
      const firstCount = this.terms.count(first);
      if (firstCount <= most) continue;
      const ends = [second, ...this.formsOf(second)];
      this.terms.words(ends);
      const rarer = Math.min(firstCount, max(ends, end => this.terms.count(end)));
      if (rarer <= most) continue;
      const candidate = { kind: numbers.MatchKind.Word, factor: numbers.Ranking.Form, steps: [[first], ends] };
      if (this.sequence(candidate, word.fields).length) [most, split] = [rarer, candidate];
    }
    if (split) word.sequences.push(split);
    return most;
  }

  addTypos(word, term, count, isUnfinished) {
    const { MaxTypoTerms, FarMoreFrequent, OutweighsDistance, Form } = numbers.Ranking;
    let nearest = count ? this.terms.corrections(term) : this.terms.near(term, MaxTypoTerms);
    if (!nearest.length && !count && isUnfinished) nearest = this.terms.beginningNear(term, MaxTypoTerms);
    this.terms.words(nearest.map(({ word }) => word));
    let found = [];
    let first;
    for (const near of nearest) {
      if (count && near.count < FarMoreFrequent * count) continue;
      if (first && near.edits > first.edits && near.count < OutweighsDistance * first.count) break;
      const similarity = 1 - near.edits / Math.max(term.length, near.word.length);
      const added = this.find([near.word], similarity, word.fields);
      if (!added.length) continue;
      found.push(...added);
      first ??= near;
      if (!count && !word.correctedTo) {
        word.correctedTo = near.word;
        if (this.terms.count(near.word) <= rare()) {
          found.push(...this.find(this.terms.word(near.word)?.forms ?? [], similarity * Form, word.fields));
        }
      } else if (count && near.edits === 1 && term.length >= numbers.WordResolver.MinOfferedCharacters) {
        word.offered ??= near.word;
      }
    }
    this.add(word, numbers.MatchKind.Typo, found);
  }

  weigh(word, term) {
    const [group] = word.groups;
    const { Word } = numbers.MatchKind;
    const countOf = ({ record, count }) => count ?? countIn(record, word.fields);
    let count = !group ? 0 : group.kind === Word ? sum(group.terms, countOf) : max(group.terms, countOf);
    for (const { kind, steps } of word.sequences) {
      if (kind !== Word || count) continue;
      this.terms.words(steps.flat());
      count = Math.min(...steps.map(step => max(step, term => countIn(this.terms.word(term), word.fields))));
    }
    word.isStopWord = isStopWord(term) && group?.kind === Word;
    return Math.fround(idf(count) * (word.isStopWord ? numbers.Ranking.StopWord : 1));
  }

  /** Documents and fields that contain a sequence of terms, with the number of its occurrences: Planning/SequenceFinder. */
  sequence({ steps }, mask) {
    const found = [];
    steps = steps.slice(0, numbers.SequenceFinder.MaxSteps);
    this.terms.words(steps.flat());
    fields.forEach(({ flag }, f) => {
      if (!(mask & flag) || !steps.every(step => step.some(term => this.terms.word(term)?.postings[f]))) return;
      const places = steps.map(step => step.map(term => this.terms.positions(term, f)).filter(Boolean));
      for (const doc of new Set(places[0].flatMap(({ docs }) => [...docs]))) {
        const positions = places.map(step => positionsIn(step, doc));
        if (positions.some(list => !list.length)) continue;
        const sets = positions.map(list => new Set(list));
        const times = positions[0].filter(start => sets.every((set, i) => set.has(start + i))).length;
        if (times) found.push({ doc, f, times });
      }
    });
    return found;
  }
}

export function indexOf(docs, doc) {
  let [low, high] = [0, docs.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (docs[middle] < doc) low = middle + 1;
    else high = middle;
  }
  return docs[low] === doc ? low : -1;
}

export const positionsIn = (postings, doc) => {
  const found = postings.flatMap(({ docs, positions }) => positions[indexOf(docs, doc)] ?? []);
  return postings.length > 1 ? found.sort((a, b) => a - b) : found;
};

export function toSteps(read, without) {
  const steps = [];
  for (const { term, position } of read) {
    const step = steps[position] ??= [];
    if (!step.includes(term)) step.push(term);
  }
  return steps.filter(Boolean).map(step => {
    const parts = step.filter(term => !without.includes(term));
    return parts.length ? parts : step;
  });
}

/** Gets the tables that every query needs, and what its words need. */
export function begin(terms, query) {
  terms.want(`${entry.lengths}.d`);
  terms.expect(query);
  if (tables) return;
  const read = terms.need(`${entry.tables}.j`);
  const [functionWords, questionWords] = [read.functionWords.split(' '), read.questionWords.split(' ')];
  tables = {
    ...read, endings: read.endings.split(' ').map(rule => rule.split('-')), stopWords: new Set([...functionWords, ...questionWords]),
    onlyFunctionWords: new Set(functionWords.filter(word => !questionWords.includes(word))),
    abbreviations: new Set(read.abbreviations.split(' ')), numberAbbreviations: new Set(read.numberAbbreviations.split(' ')),
  };
}

// --- In a worker, or in slices on the page.

const isWorker = typeof WorkerGlobalScope === 'function' && self instanceof WorkerGlobalScope;
let sliceStart = 0;

/** On a page, lets it respond after 12 ms of work. */
export async function breathe() {
  if (isWorker || performance.now() - sliceStart < 12) return;
  await new Promise(done => setTimeout(done));
  sliceStart = performance.now();
}

let answers;

/** Takes the entry. One of another format is refused. */
export function open(json) {
  if (json.format !== 1) throw new Broken(`The index has format ${json.format}, and this engine reads format 1.`);
  prepare(json);
  answers = import(new URL(json.answers, base)).catch(fault => {
    throw new Broken(fault.message);
  });
  answers.catch(() => {}); // It is said when something is asked.
}

export const search = async parameters => (await answers).search(parameters);
export const suggest = async parameters => (await answers).suggest(parameters);

if (isWorker) {
  self.onmessage = async ({ data: { id, call, argument } }) => {
    try {
      self.postMessage({ id, answer: await { open, search, suggest }[call](argument) });
    } catch ({ name, message }) {
      self.postMessage({ id, fault: { name, message } });
    }
  };
  self.postMessage({}); // Ready.
}
