// The engine of SearchNotes in the browser, served as you read it. This file reads queries and the index; answer.js does the rest.
// See docs/static-format.md.

export let entry, numbers, tables, fields;
let folding;

const own = (table, key) => Object.hasOwn(table, key) ? table[key] : undefined;

// --- Letters, folding and tokens: Indexing/Analysis.

export const matcher = pattern => {
  const known = new Map();
  return c => known.get(c) ?? (known.set(c, pattern.test(c ?? '')), known.get(c));
};
export const isLetter = matcher(/^\p{L}/u);
export const isLetterOrDigit = matcher(/^[\p{L}\p{Nd}]/u);
export const isSpace = matcher(/^[\s\x85]/);
const isUpper = matcher(/^\p{Lu}/u);
export const isLower = matcher(/^\p{Ll}/u);
const isInWord = matcher(/^[\p{L}\p{Mn}\p{Mc}\p{Nd}\p{Nl}\p{No}_\u200c\u200d\xad]/u);
const isMark = matcher(/^[\p{Mn}\p{Mc}]/u);
const isEastAsian = matcher(
  /^[\u3040-\u30fa\u30fc-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\uff66-\uff9f\u3005\u3007\u1100-\u11ff]/,
);
const isSouthEastAsian = matcher(/^(?=[\u0e00-\u0eff\u1000-\u109f\u1780-\u17dd\ua9e0-\ua9fe\uaa60-\uaa7f])[\p{Lo}\p{Lm}\p{Mn}\p{Mc}]/u);
export const isUnspaced = c => c >= '\u0e00' && (isEastAsian(c) || isSouthEastAsian(c));
const isKatakana = matcher(/^[\u30a1-\u30fa\u30fc\uff66-\uff9f]/);
const isHebrew = matcher(/^[\u05d0-\u05ea]/);
const isDigit = matcher(/^\d/);
const isDecimal = matcher(/^\p{Nd}/u);
const isFoldable = matcher(/^(?![¼½¾])[\p{L}\p{No}\p{Nl}\p{So}]/u);
const isSign = matcher(/^[\p{Sc}\p{Sm}\p{So}§¶†‡‰※]/u);
const isOperator = matcher(/^[-=<>!&|:+*\/~^%$?.@\\#]/);
export const isApostrophe = matcher(/^['’‘\u02b9-\u02bf\u02c8\u2032\u00b4\ua78c\uff07]/);
/** Whether a character without spaces belongs to the one before it. */
const continuesLetter = c => c >= '\u0e00' && (c >= '\u1160' && c <= '\u11ff' || c === '\uff9e' || c === '\uff9f' || isMark(c));
const isHyphen = c => '-‐‑'.includes(c);
const isUmlaut = c => 'äöüÄÖÜøØ\u0308'.includes(c);

export function fold(word, writtenOut) {
  if (/^[\0-\x7f]*$/.test(word)) return word.toLowerCase();
  let folded = '';
  for (let i = 0; i < word.length; i++) {
    const c = word[i];
    const before = folded.at(-1) ?? '';
    const joined = !writtenOut && c >= '\u0250' && (joinLetters(before, c) || isAnusvara(before, c, word[i + 1]));
    if (joined) folded = folded.slice(0, -1) + joined;
    else if (!/[\u0300-\u036f\u064b-\u0652\u0640\u200c\u200d\ufe0f\xad]/.test(c)) folded += foldLetter(c);
    if (writtenOut && isUmlaut(c)) folded += 'e';
  }
  return folded;
}

/** A letter and its mark where they are one letter: カ and its voicing, the parts of a syllable of Hangul. */
function joinLetters(before, mark) {
  const [a, b] = [before.charCodeAt(), mark.charCodeAt()];
  const known = { 'и\u0306': 'й', 'і\u0308': 'ї', 'у\u0306': 'ў', 'г\u0301': 'ѓ', 'к\u0301': 'ќ' }[before + mark];
  if (known) return known;
  const isKana = before >= 'ぁ' && before <= 'ヾ';
  if (isKana && /[\u3099\uff9e]/.test(mark)) return { う: 'ゔ', ウ: 'ヴ' }[before] ?? String.fromCharCode(a + 1);
  if (before >= 'は' && before <= 'ホ' && /[\u309a\uff9f]/.test(mark)) return String.fromCharCode(a + 2);
  if (a >= 0x1100 && a <= 0x1112 && b >= 0x1161 && b <= 0x1175) return String.fromCharCode(0xac00 + ((a - 0x1100) * 21 + b - 0x1161) * 28);
  return a >= 0xac00 && a <= 0xd7a3 && b >= 0x11a8 && b <= 0x11c2 && (a - 0xac00) % 28 === 0 && String.fromCharCode(a + b - 0x11a7);
}

/** The anusvara for a nasal before a virama and a consonant: हिन्दी and हिंदी. */
function isAnusvara(nasal, virama, next = '') {
  const [a, b, c] = [nasal, virama, next].map(text => text.charCodeAt());
  return b >= 0x0900 && b <= 0x0cff && (b & 0x7f) === 0x4d && [0x19, 0x1e, 0x23, 0x28, 0x2e].includes(a & 0x7f)
    && (c & ~0x7f) === (b & ~0x7f) && (c & 0x7f) >= 0x15 && (c & 0x7f) <= 0x39 && String.fromCharCode(b & ~0x7f | 2);
}

function foldLetter(c) {
  const known = folding.get(c) ?? folding.get(c.toLowerCase());
  if (known !== undefined) return known;
  const placeOf = digit => isDecimal(digit) ? placeOf(String.fromCharCode(digit.charCodeAt() - 1)) + 1 : -1;
  if (isDecimal(c)) return `${placeOf(c) % 10}`; // Of any script.
  if (c >= '\u0250' && c < '\u1d00' || c >= '\u2e80' && c < '\u3190' || !isFoldable(c)) return c.toLowerCase();
  return c.normalize('NFKD').replace(/[\u0300-\u036f\u2044]/g, '').normalize().toLowerCase();
}

const signs = globalThis.Intl?.Segmenter && new Intl.Segmenter();
const signAt = (text, at) => signs ? signs.segment(text.slice(at, at + 40))[Symbol.iterator]().next().value.segment
  : String.fromCodePoint(text.codePointAt(at));

/** Splits a text into tokens. `codes` are the ranges of inline code. */
export function tokenize(text, isCode = false, codes = []) {
  const tokens = [];
  let position = 0;
  let limit = text.length;
  let parts;

  // A quotation mark inside a Hebrew abbreviation belongs to the word.
  const isGershayim = i => /["\u05f3\u05f4”“]/.test(text[i]) && isHebrew(text[i - 1]) && isHebrew(text[i + 1]);
  const emitWord = (word, start, end, at) => {
    const term = fold(word);
    if (!term) return;
    tokens.push({ term, start, end, position: at });
    if ([...word].some(isUmlaut)) tokens.push({ term: fold(word, true), start, end, position: at });
  };
  const emit = (start, end, at) => {
    end = Math.min(end, start + numbers.TextTokens.MaxTermCharacters);
    let word = '';
    for (let i = start; i < end; i++) {
      const isJoint = i > start && i + 1 < end && (isApostrophe(text[i]) || isHyphen(text[i]))
        && isInWord(text[i - 1]) && isInWord(text[i + 1]);
      if (!isJoint && !isGershayim(i)) word += text[i];
    }
    emitWord(word, start, end, at);
  };
  const segmentEnd = i => {
    while (i < limit && (isInWord(text[i]) && !isUnspaced(text[i]) || isGershayim(i))) i++;
    return i;
  };
  const compoundEnd = start => {
    let i = segmentEnd(start);
    while (i + 1 < limit) {
      const isScope = text[i] === ':' && text[i + 1] === ':';
      const next = isScope ? i + 2 : i + 1;
      const isRatio = text[i] === ':' && isDigit(text[i + 1]) && isDigit(text[i - 1]);
      if (!(text[i] === '.' || isScope || isRatio || isHyphen(text[i]) || isApostrophe(text[i]))) break;
      if (next >= limit || !isInWord(text[next]) || isUnspaced(text[next])) break;
      i = segmentEnd(next);
    }
    return i;
  };
  const isFree = i => i < 0 || isSpace(text[i]) || '([{"\'`,;|/*“‘«'.includes(text[i]);
  const startWithSigil = start => {
    const sigil = text[start - 1];
    if (/^(--|::|~\/)$/.test(text.slice(start - 2, start))) return isFree(start - 3) ? start - 2 : start;
    if (!/[%@$.:#-]/.test(sigil) || /[.:#-]/.test(sigil) && !/[a-z]/i.test(text[start])) return start;
    return isFree(start - 2) ? start - 1 : start;
  };
  const endWithSuffix = end => {
    const begins = i => isInWord(text[i]) || '+#'.includes(text[i]);
    if (!text.startsWith('++', end)) return /[a-z]#|\d%/i.test(text.slice(end - 1, end + 1)) && !begins(end + 1) ? end + 1 : end;
    if (!begins(end + 2)) return end + 2;
    // C++17.
    const to = end + 2 + text.slice(end + 2).search(/\D|$/);
    return to > end + 2 && /[a-z]/i.test(text[end - 1]) && !isInWord(text[end - 2]) && !isInWord(text[to]) ? to : end;
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
  /** Collects the parts of a compound; returns whether it ends in 's, which is no part. */
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
  /** Emits what a reader may type of a version: 2.14 for 2.14.1, 1.21 for go1.21.5. */
  const emitVersions = ([first, last], start, end) => {
    const from = first + text.slice(first, last).search(/\d*$/);
    const [version] = /^\d+(\.\d+)+/.exec(text.slice(from, end)) ?? [];
    if (!version || /\d\.$/.test(text.slice(start, from))) return;
    const to = from + version.length;
    for (const { index } of [...version.matchAll(/\./g)].slice(1)) emit(from, from + index, position);
    if (from > start || to < end) emit(from, to, position);
    if (from > start && to < end) emit(from, end, position);
  };
  const isFreeOperator = (start, end) => !/^([-.!?]*|(.)\2\2+)$/.test(text.slice(start, end)) && isFree(start - 1)
    && /^[\s\x85)\]}"',;”’»\/]?$/.test(text[end] ?? '');
  /** Reads a sign such as € or 🚀. */
  const readSign = start => {
    const sign = signAt(text, start);
    emit(start, start + sign.length, position);
    const first = String.fromCodePoint(sign.codePointAt());
    if (/[^\ufe0f]/.test(sign.slice(first.length))) emit(start, start + first.length, position);
    return start + sign.length;
  };
  /** Reads a run of a script without spaces as pairs of letters. */
  const readUnspaced = start => {
    const letters = [];
    let end = start;
    while (isUnspaced(text[end])) {
      let next = end + 1;
      while (continuesLetter(text[next])) next++;
      const isLongVowel = /[ーｰ]/.test(text[end]) && end - start >= 3 && [...text.slice(end - 3, end)].every(isKatakana) && !isKatakana(text[end + 1]);
      if (!isLongVowel) letters.push([end, next]);
      end = next;
    }
    const most = numbers.TextTokens.MaxTermCharacters / 2;
    const textOf = ([from, to]) => text.slice(from, Math.min(to, from + most));
    if (letters.length === 1) emit(...letters[0], position++);
    for (let i = 0; i + 1 < letters.length; i++) {
      emitWord(textOf(letters[i]) + textOf(letters[i + 1]), letters[i][0], letters[i + 1][1], position++);
    }
    return end;
  };
  const readWord = (start, inCode) => {
    const end = compoundEnd(start);
    const from = startWithSigil(start);
    let to = endWithSuffix(end);
    if (collectParts(start, end, inCode)) to = parts.at(-1)[1];
    const other = !parts[1] && isFree(start - 1) && /[\/&]/.test(text[end]) ? segmentEnd(end + 1) : 0;
    if (other > end + 1 && !/^[\/&=]|^\.\w/.test(text.slice(other))) emit(start, other, position);
    if (parts.length !== 1 || parts[0][0] !== from || parts[0][1] !== to) emit(from, to, position);
    if (to > end && end - start === 1 && text[end] !== '%') {
      // The letter of C++ or C++17 alone is another language.
      if (isDigit(text[to - 1])) {
        emit(end - 1, end + 2, position);
        emit(end + 2, to, ++position);
      }
      position++;
      return to;
    }
    for (const part of parts) {
      emitVersions(part, start, end);
      emit(...part, position++);
    }
    if (!parts.length) position++;
    return Math.max(to, end);
  };

  for (let i = 0; i < text.length;) {
    const [from, to] = codes.find(([, end]) => i < end) ?? [text.length];
    const inCode = isCode || from <= i;
    limit = from <= i ? to : from;
    const c = text[i];
    let end = i + 1;
    const [math] = c >= 'ℂ' && text.slice(i, i + 128).match(/^[ℂ-ℹ]*[𝐀-𝟿][ℂ-ℹ𝐀-𝟿]*/u) || [];
    if (math) {
      emitWord(math.normalize('NFKC'), i, end += math.length - 1, position++);
    } else if (isUnspaced(c)) {
      end = readUnspaced(i);
    } else if (isInWord(c)) {
      end = readWord(i, inCode);
    } else if (c >= '\ud800' && c < '\udc00' && isLetter(text.slice(i, i + 2))) {
      end = i + 2;
      emit(i, end, position++);
    } else if (isOperator(c)) {
      while (isOperator(text[end]) && text.slice(i, end) !== '#!') end++;
      if (end - i >= 2 && end - i <= 4 && (inCode || isFreeOperator(i, end))) emit(i, end, position);
    } else if (c >= '\x80' && isSign(String.fromCodePoint(text.codePointAt(i)))) {
      end = readSign(i);
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
      for (; end > start + 1 && text.slice(start, end) !== '#!'; end--) {
        const last = text[end - 1];
        if (isQuote(last) && isLetter(text[end - 2])) note(end - 1, 'loneQuote');
        else if (!after.includes(last)) break;
      }
    }
    const value = text.slice(start, end);
    if (/^[-&/*+]$/.test(value) || !isText() && value !== '::') return;
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
  const isUnfinished = word && !/^(OR|AND|NOT)$/.test(word.text)
    && /[\p{L}\p{Nd}\p{Mn}\p{Mc}]$/u.test(typed.slice(0, word.end)) && /^['’.@/-]?$/.test(typed.slice(word.end));
  const signs = root.clauses.length ? '' : typed.trim();
  return { root, notes: notes.sort((a, b) => a.position - b.position), signs, unfinished: isUnfinished ? word : null };
}

/** The option that a word may be: -Wall. */
export const optionOf = ({ type, clause, start }) => type === 'not' && clause.type === 'word' && clause.text[1]
  && clause.start === start + 1 && { text: `-${clause.text}`, start };

// --- Chunks: the files that the entry names. Each begins with its name.

/** A file is missing, damaged, or of another generation. */
export class Broken extends Error {
  name = 'Broken';
}

export const base = new URL('.', import.meta.url);
const loading = new Map();
export const ready = new Map();

/** Loads and reads chunks, each once. */
export const load = names => Promise.all(names.map(name => {
  if (!loading.has(name)) loading.set(name, fetchChunk(name).then(chunk => ready.set(name, chunk)).finally(() => loading.delete(name)));
  return loading.get(name);
}));

async function fetchChunk(name, attempt = 1) {
  if (name === entry.rare) return importScript(name);
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
  const shared = /\d$/.test(name) && ready.get(`${entry.shared}.t`);
  const packed = shared ? new Blob([blockOf(shared.length), shared, await response.arrayBuffer()]).stream() : response.body;
  const unpacked = packed.pipeThrough(new DecompressionStream(shared ? 'deflate-raw' : 'gzip'));
  const bytes = await new Response(unpacked).arrayBuffer().catch(() => new ArrayBuffer());
  const reader = new Reader(new Uint8Array(bytes, Math.min(shared?.length ?? 0, bytes.byteLength)));
  if (reader.line() !== name) throw new Broken(`i/${name} is damaged.`);
  const readers = { w: readWords, l: reader => reader, r: reader => reader, d: readLengths, v: readValues, p: reader => reader, t: readShared };
  return (readers[name.split('.')[1]] ?? readJson)(reader);
}

/** The beginning of a block without compression, which a file refers to. */
const blockOf = length => Uint8Array.of(0, length & 255, length >> 8, ~length & 255, ~length >> 8 & 255);

const importScript = name => import(new URL(name, base)).catch(fault => {
  throw new Broken(fault.message);
});

class Reader {
  constructor(bytes) {
    this.bytes = bytes;
    this.at = 0;
  }

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

}

const readJson = reader => JSON.parse(reader.decode(reader.bytes.length));

function readLengths(reader) {
  const { documents } = entry;
  const lengths = reader.bytes.subarray(reader.at, reader.at + documents);
  const flags = reader.bytes.subarray(reader.at + documents);
  return { lengths, isPost: doc => flags[doc] & 1, isRemainder: doc => flags[doc] & 2, isLightning: doc => flags[doc] & 4 };
}

const readShared = reader => reader.bytes.slice(reader.at);

function readValues(reader) {
  const table = readJson(reader);
  let day = 0;
  table.days = table.days.map(step => day += step);
  table.years = table.days.map(days => days && String(new Date(days * 864e5 - 62135596800000).getUTCFullYear()).padStart(4, '0'));
  return table;
}

function readWords(reader) {
  const words = new Map();
  const [count, letters, ofNames] = [reader.number(), lettersOf(reader), lettersOf(reader)];
  const coded = new Numbers(reader);
  const number = context => coded.number(context);
  const list = (context, read) => Array.from({ length: number(context) }, read);
  for (let i = 0, word = ''; i < count; i++) {
    word = textAfter(word, coded, CONTEXT.word, letters);
    const [forms, derived, corrections] = [0, 1, 2].map(kind =>
      list(CONTEXT.others + kind, () => textAfter(word, coded, CONTEXT.word + 2 + 2 * kind, letters)));
    const split = number(CONTEXT.split);
    const names = list(CONTEXT.names, () => ({
      facet: number(CONTEXT.names + 1), count: number(CONTEXT.names + 2), posts: number(CONTEXT.names + 3),
      name: nameWith(word, ofNames(number(CONTEXT.name))), page: ofNames(number(CONTEXT.address)),
    }));
    const mask = coded.value(CONTEXT.fields, fields.length);
    const postings = fields.map((field, f) => mask >> f & 1 ? readPostings(coded, field, f) : null);
    words.set(word, { word, forms, derived, corrections, split, names, postings });
  }
  return { words, sorted: [...words.keys()] };
}

/** Reads letters. */
export function lettersOf(reader) {
  const [text, at] = [reader.text(), [0]];
  return length => text.slice(at[0], at[0] += length);
}

/** A text that begins like another. */
export function textAfter(before, coded, context, letters) {
  const shared = coded.number(context + 1);
  return before.slice(0, shared) + letters(coded.number(context));
}

/** A name in which U+0001 stands for a word with a capital. */
const nameWith = (word, name) => name.replace('\u0001', () => word[0].toUpperCase() + word.slice(1));

/** What a number in the words, postings or positions is. */
const CONTEXT = {
  fields: 0, count: 1, docs: 2, frequencies: 40, lengths: 50, word: 60, others: 68, split: 71, names: 72, name: 76, address: 78,
  firstBlock: 0, block: 10, place: 20, distance: 30,
};

function readPostings(coded, field, f) {
  const count = coded.number(CONTEXT.count) + 1;
  const [docs, freqs] = [new Int32Array(count), new Int32Array(count)];
  const lengths = field.hasLengths && new Uint8Array(count);
  const ofDocs = CONTEXT.docs + 31 - Math.clz32(count);
  for (let i = 0, doc = -1; i < count; i++) {
    docs[i] = doc += coded.number(ofDocs) + 1;
    freqs[i] = coded.number(CONTEXT.frequencies + f) + 1;
    if (lengths) lengths[i] = coded.number(CONTEXT.lengths + f);
  }
  return { docs, freqs, lengths };
}

/** Adds the positions of a block to its postings. */
function readPositions(block, reader) {
  const coded = new Numbers(reader);
  for (const { postings } of block.words.values()) {
    postings.forEach((posting, f) => posting && (posting.positions = Array.from(posting.freqs, freq => {
      const positions = [];
      for (let position = 0, first = true; freq > 0; freq--, first = false) {
        const blocks = coded.number((first ? CONTEXT.firstBlock : CONTEXT.block) + f);
        if (first || blocks) position = ((position >> 6) + blocks << 6) + coded.value(CONTEXT.place + f, 6);
        else position += coded.number(CONTEXT.distance + f);
        positions.push(position);
      }
      return positions;
    })));
  }
}

/** Decodes numbers with an adaptive binary range coder, by context. See NumberCoder.cs. */
export class Numbers {
  constructor({ bytes, at }) {
    Object.assign(this, { bytes, at, low: 0, high: 2 ** 32 - 1, code: 0 });
    [this.chances, this.seen] = [new Uint16Array(80 * 512).fill(2048), new Uint8Array(80 * 512)];
    for (let i = 0; i < 4; i++) this.code = this.next(this.code);
  }

  next(code) { return (code << 8 | (this.bytes[this.at++] ?? 0)) >>> 0; }

  /** A bit whose chance is learnt, or without a slot a random one. */
  bit(slot) {
    const chance = this.chances[slot] ?? 2048;
    const middle = this.low + (this.high - this.low >>> 12) * chance;
    const bit = this.code <= middle ? 1 : 0;
    if (bit) this.high = middle;
    else this.low = middle + 1;
    for (; (this.low ^ this.high) >>> 24 === 0; this.code = this.next(this.code)) {
      [this.low, this.high] = [this.low << 8 >>> 0, (this.high << 8 | 255) >>> 0];
    }
    if (slot === undefined) return bit;
    const seen = this.seen[slot];
    this.chances[slot] = Math.min(Math.max(chance + Math.trunc((bit * 4095 - chance) * 2 / (2 * seen + 3)), 32), 4064);
    this.seen[slot] = Math.min(seen + 1, 30);
    return bit;
  }

  number(context) {
    const slot = context * 512;
    let [bits, value] = [0, 1];
    while (this.bit(slot + bits)) bits++;
    for (let i = 0; i < bits; i++) value = value * 2 + this.bit(i < 3 ? slot + 32 + bits * 8 + value : undefined);
    return value - 1;
  }

  value(context, bits) {
    let node = 1;
    for (let i = 0; i < bits; i++) node = node * 2 + this.bit(context * 512 + node);
    return node - 2 ** bits;
  }
}

export const nameAt = (names, i) => names.slice(8 * i, 8 * i + 8);
const listNames = () => [...entry.byFirst[0]].map((_, i) => `${nameAt(entry.byFirst[1], i)}.l`);

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

  /** Wants what a query certainly needs. */
  expect({ root, unfinished }) {
    const wordsOf = clause => clause.clauses?.flatMap(wordsOf)
      ?? (clause.clause ? [optionOf(clause), ...wordsOf(clause.clause)] : [clause]).filter(word => word?.text);
    const words = wordsOf(root);
    const read = words.map(({ text }) => readTerms(text));
    this.hasPositions ||= words.length > 1 || read.some(tokens => tokens.some(({ position }) => position));
    if (words.length >= numbers.Ranking.QuestionWords) this.want(entry.rare);
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

  /** Takes all steps, so that what is missing is loaded together. */
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

  /** The blocks with words that begin with a prefix; of a short one the most frequent, unless all are asked for. */
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

  /** Other words that begin with a prefix: those of topics first, then the most frequent. */
  beginning(prefix, limit, isWhole) {
    const { Default, Topic } = numbers.FieldSet;
    return this.range(prefix, isWhole)
      .map(record => ({ word: record.word, count: countIn(record, Default), isInTopic: countIn(record, Topic) > 0 }))
      .filter(({ word, count }) => word !== prefix && count).sort((a, b) => b.isInTopic - a.isInTopic || b.count - a.count).slice(0, limit);
  }

  /** The list of the words that begin with a letter, among others. */
  listWith(letter) {
    const i = lastNotAfter([...entry.byFirst[0]], letter);
    return i < 0 ? null : this.need(listNames()[i]);
  }

  /** The lists of all words. */
  allLists() {
    listNames().forEach(name => this.want(name));
    if (this.wanted.size) throw missing;
    return listNames().map(name => ready.get(name));
  }

  /** Words of which an unknown word may be a typo, nearest first. */
  near(word, limit) { return this.correct('near', word, limit); }

  /** Words of whose beginning a word may be a typo. */
  beginningNear(typed, limit) { return this.correct('beginningNear', typed, limit); }

  correct(how, word, limit) {
    if (!allowedEdits(word.length)) return [];
    const [rare, list] = this.together([() => this.need(entry.rare), () => this.listWith(word[0])]);
    return rare[how](this, list, word, limit);
  }

  /** What the exporter found for a rare word. */
  corrections(term) {
    const { corrections = [] } = this.word(term) ?? {};
    this.words(corrections);
    return corrections.map(word => ({ word, count: this.count(word), edits: distance(term, word, allowedEdits(term.length)) }));
  }

}

export const idf = count => {
  const least = Math.min(count, entry.documents);
  return Math.fround(Math.log(1 + (entry.documents - least + 0.5) / (least + 0.5)));
};

export const rare = () => Math.max(1, Math.floor(entry.documents * numbers.Ranking.RareShare));

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
  if (entry.shared) terms.want(`${entry.shared}.t`);
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
  if (json.format !== 3) throw new Broken(`The index has format ${json.format}, and this engine reads format 3.`);
  prepare(json);
  answers = importScript(json.answers);
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
