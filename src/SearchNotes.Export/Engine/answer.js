// What the engine of SearchNotes answers: order, facets, corrections and passages. Served as you read it, and loaded with the first query.
// See engine.js and docs/static-format.md.

import {
  Broken, Terms, allowedEdits, base, begin, breathe, countIn, distance, entry, fields, fold, idf, indexOf, isApostrophe, isLetter,
  isLetterOrDigit, isLower, isSpace, isStopWord, isUnspaced, load, matcher, max, missing, nameAt, numbers, optionOf, parse, positionsIn,
  rare, readTerms, ready, sum, tables, toSteps, tokenize, yearRange,
} from './engine.js';

// --- Words of the query to words of the index: Planning/WordResolver and WordExpander.

/** The regular English forms of a word: learning → learn, learns, learned. */
function inflections(word) {
  if (!/^[a-z]{4,}$/.test(word)) return [];
  const ending = /ing$/.test(word) ? 3 : /ed$/.test(word) ? 2 : 0;
  const root = word.slice(0, word.length - ending);
  const roots = !ending || root.length < 3 ? [word] : root.at(-1) === root.at(-2) ? [root, root.slice(0, -1)] : [root, `${root}e`];
  const forms = roots.flatMap(root => root.endsWith('e') ? [`${root}s`, `${root}d`, `${root.slice(0, -1)}ing`]
    : ['s', 'ed', 'ing', `${root.at(-1)}ed`, `${root.at(-1)}ing`].map(ending => root + ending));
  return [...new Set([...forms, ...roots])].filter(form => form !== word);
}

/** Turns typed words into words of the index. */
export class Resolver {
  constructor(terms) {
    this.terms = terms;
  }

  resolve(typed, mask, expansion, run = null) {
    let read = readTerms(typed);
    // A single letter after an elided article begins too many words: l'i still stands for l'.
    const isJustBegun = isApostrophe(typed.at(-2) ?? '') && isLetter(typed.at(-1)) && read.some(({ position }) => position);
    if (isJustBegun && /unfinished|prefix/.test(expansion)) read = readTerms(typed.slice(0, -1));
    if (!read.length) return null;
    const { Word, Prefix, Part } = numbers.MatchKind;
    const whole = [...new Set(read.filter(({ start, end, position }) => start === read[0].start && end === read[0].end && !position)
      .map(({ term }) => term))];
    const steps = toSteps(read, whole);
    const isOne = read.every(({ position, end }) => !position && end === read[0].end);
    const word = { typed, run, fields: mask, groups: [], sequences: [] };
    if (!isOne) this.terms.hasPositions = true;
    const hasStar = expansion === 'prefix';
    const isStop = !/none|initial/.test(expansion) && isStopWord(whole[0]);
    if (isStop) expansion = expansion === 'word' ? 'none' : 'prefix';

    const isWhole = isOne || Math.max(...read.map(({ end }) => end)) <= read[0].end;
    const isBeginning = /unfinished|prefix/.test(expansion);
    const asTyped = isWhole ? this.addForms(word, whole, isBeginning, isOne && !isStop && expansion !== 'none') : 0;
    if (!isOne) {
      // example.org/foo is no identifier: what stands there verbatim is a good answer.
      const isIdentifier = isWhole && /[._:]/.test(typed);
      if (!isIdentifier) word.sequences.push({ kind: Word, factor: asTyped ? numbers.Ranking.Form : 1, steps });
      else if (!asTyped) word.sequences.push({ kind: Part, factor: 1, steps });
    }
    // l'im is completed to l'imposteur, not to limit.
    const isJoined = isWhole && (isOne || ![...typed].some(c => c === '/' || isApostrophe(c)));
    if (isBeginning) this.addPrefix(word, isJoined && whole[0], isJoined ? [] : steps, hasStar);
    if (isOne) this.addExpansions(word, whole[0], asTyped, expansion);
    else if (!word.groups.length && expansion !== 'none') this.add(word, Part, this.find([...new Set(steps.flat())], 1, mask));
    word.isUnknown = !word.groups.some(({ kind }) => [Word, Prefix, numbers.MatchKind.Inner].includes(kind))
      && !word.sequences.some(found => [Word, Prefix].includes(found.kind) && this.sequence(found, mask).length);
    word.isAbsent = word.isUnknown && !word.correctedTo;
    word.weight = this.weigh(word, whole[0], !asTyped && isBeginning);
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
      const found = this.find([joined, ...this.formsOf(joined)], numbers.Ranking.Form, word.fields);
      if (!found.length) continue;
      this.add(word, numbers.MatchKind.Word, found);
      this.markFound(word);
    }
  }

  /** The words that occur in the fields. */
  find(terms, factor, mask) {
    const records = this.terms.words(terms);
    return terms.map((term, i) => ({ term, factor, record: records[i], fields: mask })).filter(({ record }) => countIn(record, mask));
  }

  /** Terms that an unfinished word may be the beginning of: a stop word counts in full in topics alone. */
  findBegun(terms, mask) {
    const { Topic } = numbers.FieldSet;
    this.terms.words(terms);
    return terms.flatMap(term => isStopWord(term) ? [...this.find([term], 1, mask & Topic),
      ...this.find([term], numbers.Ranking.StopWord, mask & ~Topic)] : this.find([term], 1, mask));
  }

  add(word, kind, found) {
    if (!found.length) return;
    const group = word.groups.find(group => group.kind === kind);
    if (group) group.terms = [...group.terms, ...found];
    else word.groups = [...word.groups, { kind, terms: found }].sort((a, b) => a.kind - b.kind);
  }

  /** Adds a word and its forms; returns the number of documents with the word as typed. */
  addForms(word, whole, isBeginning, withForms) {
    const { Form } = numbers.Ranking;
    let found = isBeginning ? this.findBegun(whole, word.fields) : this.find(whole, 1, word.fields);
    const asTyped = max(found, ({ record }) => countIn(record, word.fields));
    if (withForms) {
      found = [...found, ...this.find(this.formsOf(whole[0]), Form, word.fields)];
      if (!found.length) found = this.find(inflections(whole[0]), Form, word.fields);
    }
    this.add(word, numbers.MatchKind.Word, found);
    if (withForms) this.addSynonyms([word], whole[0]);
    return asTyped;
  }

  /** Adds what stands for the terms of some words: k8s → kubernetes, ml → machine learning. */
  addSynonyms(words, terms) {
    for (const [text, steps] of Object.hasOwn(tables.synonyms, terms) ? tables.synonyms[terms] : []) {
      for (const word of words) {
        const mask = word.fields & ~numbers.FieldSet.Speaker;
        if (!mask || !this.addSynonym(word, steps, mask) || word.synonyms?.includes(text)) continue;
        word.synonyms = [...word.synonyms ?? [], text];
        this.markFound(word);
      }
    }
  }

  addSynonym(word, steps, mask) {
    const { Form } = numbers.Ranking;
    if (steps.length === 1) {
      const found = this.find([...new Set([...steps[0], ...this.formsOf(steps[0][0])])], Form, mask);
      this.add(word, numbers.MatchKind.Word, found);
      return found.length;
    }
    this.terms.hasPositions = true;
    const sequence = { kind: numbers.MatchKind.Word, factor: Form, steps };
    if (!this.sequence(sequence, word.fields).length) return false;
    word.sequences = [...word.sequences, sequence];
    return true;
  }

  /** Lets neighbours also match what stands for them together: machine learning → ml. */
  synonyms(words) {
    const terms = words.map(({ typed }) => readTerms(typed)).map(read => read.every(({ position }) => !position) && read[0]?.term);
    if (terms.every(Boolean)) this.addSynonyms(words.filter(({ isStopWord }) => !isStopWord), terms.join(' '));
  }

  /** A part of something that occurs is neither unknown nor corrected. */
  markFound(word) {
    word.isUnknown = word.isAbsent = false;
    if (!word.correctedTo) return;
    word.correctedTo = null;
    word.groups = word.groups.filter(({ kind }) => kind !== numbers.MatchKind.Nearest);
  }

  /** The other forms of a word; of one that occurs nowhere those of its stem, as far as the endings tell it. */
  formsOf(term) {
    const record = this.terms.word(term);
    if (record) return record.forms;
    for (const [ending, other] of tables.endings) {
      if (!term.endsWith(ending) || term.length - ending.length < 3) continue;
      const stem = this.terms.word(term.slice(0, term.length - ending.length) + other);
      // The half-typed "theor" is no form of "the".
      if (stem) return [stem.word, ...stem.forms].filter(form => !isStopWord(form));
    }
    return [];
  }

  addPrefix(word, term, steps, hasStar) {
    const { MaxPrefixTerms } = numbers.Ranking;
    const beginning = text => this.terms.beginning(text, MaxPrefixTerms, hasStar).map(({ word }) => word);
    // 3.1 is not the beginning of 3.10. While C is being typed, C++ and C# stay in sight.
    const isNumber = term && /[.:]/.test(term) && !/\p{L}/u.test(term);
    if (term && !isNumber) {
      const begun = term.length > 1 || isUnspaced(term) ? beginning(term) : [`${term}++`, `${term}#`];
      this.add(word, numbers.MatchKind.Prefix, this.findBegun(begun, word.fields));
    }
    const last = steps.length > 1 ? steps.at(-1).flatMap(beginning) : [];
    if (last.length) word.sequences.push({ kind: numbers.MatchKind.Prefix, factor: 1, steps: [...steps.slice(0, -1), last] });
  }

  addExpansions(word, term, asTyped, expansion) {
    if (expansion === 'none' || ![...term].every(isLetterOrDigit)) return;
    const { Word, Prefix, Derived } = numbers.MatchKind;
    if (expansion === 'initial') this.addInitial(word, term);
    if (!/word|unfinished/.test(expansion)) return;
    let count = this.countDocuments(word, Word);
    if (has(word, Prefix)) count = Math.max(count, this.countDocuments(word, Prefix));
    if (has(word, Word) || !has(word, Prefix)) count += this.addSplit(word, term, asTyped > 0);
    if (count <= Math.max(numbers.Ranking.DerivedDocuments, numbers.Ranking.DerivedShare * entry.documents)) {
      const known = new Set(word.groups.flatMap(({ terms }) => terms.map(({ term }) => term)));
      const derived = (this.terms.word(term)?.derived ?? []).filter(other => !known.has(other));
      this.add(word, Derived, this.find(derived, 1, word.fields));
    }
    if (count <= rare()) this.addTypos(word, term, count, expansion === 'unfinished');
    if (!word.groups.length && !word.sequences.length) this.addInner(word, term);
  }

  /** Documents that match a word in one way. */
  countDocuments(word, kind) {
    const docs = new Set();
    for (const group of word.groups) {
      if (group.kind !== kind) continue;
      for (const { record, fields: mask } of group.terms) {
        record.postings.forEach((posting, f) => posting && mask & fields[f].flag && posting.docs.forEach(doc => docs.add(doc)));
      }
    }
    for (const sequence of word.sequences) {
      if (sequence.kind === kind) this.sequence(sequence, word.fields).forEach(({ doc }) => docs.add(doc));
    }
    return docs.size;
  }

  /** The names that begin with an initial, merged by the exporter into one record. */
  addInitial(word, term) {
    const record = this.terms.word(`\u0001${term}`);
    const mask = word.fields & numbers.FieldSet.Speaker;
    if (!record || !mask) return;
    const found = { term, factor: 1, record, fields: mask, names: record.forms, count: record.names[0].count };
    this.add(word, numbers.MatchKind.Prefix, [found]);
  }

  /** Splits a word into two that stand side by side: realtime → real time. The exporter did so for known words. */
  addSplit(word, term, isKnown) {
    if (isKnown) {
      const { split } = this.terms.word(term);
      return split ? this.useSplit(word, term.slice(0, split), term.slice(split)) : 0;
    }
    const { MinSplitCharactersOfUnknown } = numbers.WordExpander;
    let [most, at] = [0, 0];
    for (let i = 1; i < term.length; i++) {
      const [first, second] = [term.slice(0, i), term.slice(i)];
      const isNumber = isLetter(first.at(-1)) !== isLetter(second[0]);
      if (!isNumber && Math.min(i, second.length) < MinSplitCharactersOfUnknown || isStopWord(first) || isStopWord(second)) continue;
      if (this.terms.count(first) <= most) continue;
      const { rarer, candidate } = this.splitAt(first, second);
      if (rarer > most && this.sequence(candidate, word.fields).length) [most, at] = [rarer, i];
    }
    return at ? this.useSplit(word, term.slice(0, at), term.slice(at)) : 0;
  }

  splitAt(first, second) {
    const ends = [second, ...this.formsOf(second)];
    this.terms.words([first, ...ends]);
    const rarer = Math.min(this.terms.count(first), max(ends, end => this.terms.count(end)));
    return { rarer, candidate: { kind: numbers.MatchKind.Word, factor: numbers.Ranking.Form, steps: [[first], ends] } };
  }

  useSplit(word, first, second) {
    const { rarer, candidate } = this.splitAt(first, second);
    word.sequences.push(candidate);
    return rarer;
  }

  addTypos(word, term, count, isUnfinished) {
    const { MaxTypoTerms, FarMoreFrequent } = numbers.Ranking;
    let nearest = count ? this.terms.corrections(term) : this.terms.near(term, MaxTypoTerms);
    if (!nearest.length && !count && isUnfinished) nearest = this.terms.beginningNear(term, MaxTypoTerms);
    this.terms.words(nearest.map(({ word }) => word));
    const found = [];
    let first;
    for (const near of nearest) {
      if (count && near.count < FarMoreFrequent * count) continue;
      if (first && near.edits > first.edits) break;
      const similarity = 1 - near.edits / Math.max(term.length, near.word.length);
      const added = this.find([near.word], count ? similarity : 1, word.fields);
      if (!added.length) continue;
      found.push(...added);
      first ??= near;
      if (!count && !word.correctedTo) found.push(...this.correct(word, term, near));
      else if (count && near.edits === 1 && term.length >= numbers.WordExpander.MinOfferedCharacters) word.offered ??= near.word;
    }
    this.add(word, count ? numbers.MatchKind.Typo : numbers.MatchKind.Nearest, found);
  }

  /** Takes a correction; returns its forms, unless it is frequent. */
  correct(word, term, meant) {
    word.correctedTo = meant.word;
    const hasFirstLetter = meant.word[0] === term[0] || meant.word[0] === term[1] && meant.word[1] === term[0];
    const record = this.terms.word(meant.word);
    const isName = countIn(record, numbers.FieldSet.Speaker) > 0;
    word.isUncertain = !hasFirstLetter || isName && record.names.filter(({ facet }) => !facet).length > 1;
    return meant.count > rare() ? [] : this.find(record.forms, numbers.Ranking.Form, word.fields);
  }

  /** Words that contain a word, or have most groups of three letters in common with it. */
  addInner(word, term) {
    if (term.length >= numbers.Ranking.MinInnerCharacters && [...entry.byFirst[0]].length <= maxLists) {
      const [rare, lists] = this.terms.together([() => this.terms.need(entry.rare), () => this.terms.allLists()]);
      rare.addInner(this, lists, word, term);
    }
  }

  /** The rarity of the best match kind. */
  weigh(word, term, isUnfinished) {
    const { Word, Prefix } = numbers.MatchKind;
    word.isStopWord = isStopWord(term) && has(word, Word);
    if (word.isStopWord) return Math.fround(idf(countIn(this.terms.word(term), word.fields)) * numbers.Ranking.StopWord);
    const kind = isUnfinished && has(word, Prefix) ? Prefix : entry.tiers.map(([kind]) => kind).find(kind => has(word, kind));
    return idf(this.countDocuments(word, kind));
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

/** Whether a word has terms of a match kind. */
const has = ({ groups, sequences }, kind) => [...groups, ...sequences].some(one => one.kind === kind);

/** Number of lists of words up to which all words are looked through. */
const maxLists = 16;

// --- From clauses to a plan: Planning/QueryPlanner.

class Planner {
  words = [];

  constructor(terms, query, mask, lastWord) {
    const resolver = new Resolver(terms);
    Object.assign(this, { terms, query, lastWord, resolver, notes: query.notes });
    const [only, second] = query.root.clauses;
    let root = only && !second && this.option(optionOf(only), mask, 'unfinished') || this.all(query.root, mask, 'word');
    // A query of signs that no text is searched for finds them in code or nothing, rather than everything.
    const signs = this.unsearchable ?? query.signs;
    if (!root && signs) {
      const found = resolver.resolve(signs, mask, 'none');
      root = this.add(found && !found.isUnknown ? found : { typed: signs, fields: mask, groups: [], sequences: [], weight: 0, isAbsent: true }, 0);
    }
    this.root = root?.type === 'all' ? root : { type: 'all', parts: root ? [root] : [], weight: root?.weight ?? 0 };
    this.positive = positive(this.root);
    const content = this.positive.filter(({ typed, isAbsent }) => !isAbsent && !isStopWord(typed.toLowerCase()));
    this.isQuestion = new Set(content.map(word => word.run ?? word)).size >= numbers.Ranking.QuestionWords;
    this.contentWords = this.words.reduce((bits, { bit, isStopWord }) => isStopWord ? bits : bits | bit, 0);
  }

  /** An option of a program, if the notes contain it: -Wall. Beside other words, only code tells an option from a word to leave out. */
  option(option, mask, expansion = 'none') {
    const { MatchKind: { Word, Prefix }, FieldSet } = numbers;
    const found = option && this.resolver.resolve(option.text, expansion === 'none' ? FieldSet.Code : mask, expansion);
    if (!found || !found.groups.some(({ kind }) => [Word, Prefix].includes(kind))) return null;
    this.notes = [...this.notes.filter(({ key }) => key !== 'onlyNot'), { position: option.start, key: 'optionInNotes', value: option.text.slice(1) }];
    return this.add(this.resolver.resolve(option.text, mask, expansion), option.start);
  }

  /** Goes on behind a missing chunk, so that all that are missing are loaded together. */
  plan(clause, mask, expansion) {
    try {
      return this[clause.type](clause, mask, expansion);
    } catch (fault) {
      if (fault !== missing) throw fault;
      return null;
    }
  }

  add(word, position) {
    if (!word || this.words.length === 31) return null;
    word.position = position;
    word.bit = 1 << this.words.length;
    this.words.push(word);
    return { type: 'word', word, get weight() { return word.weight; } };
  }

  word(clause, mask, expansion) {
    if (expansion === 'word' && clause === this.query.unfinished) expansion = this.lastWord;
    const pieces = mask === numbers.FieldSet.Default && expansion !== 'none' ? unspacedPieces(clause.text) : [];
    if (pieces.length > 1) {
      const parts = this.terms.together(pieces.map((piece, i) => () =>
        this.add(this.resolver.resolve(piece, mask, i === pieces.length - 1 ? expansion : 'word', clause.text), clause.start))).filter(Boolean);
      return { type: 'all', parts, get weight() { return sum(parts, ({ weight }) => weight); } };
    }
    let word = this.resolver.resolve(clause.text, mask, expansion);
    // A name whose sign is nowhere is searched for without it: #python.
    const bare = word?.isUnknown && /^[:#~/]/.test(clause.text)
      && this.resolver.resolve(clause.text.replace(/^[:#~/]+/, ''), mask, expansion);
    if (bare && !bare.isAbsent) word = bare;
    if (!word) this.unsearchable ??= clause.text;
    return this.add(word, clause.start);
  }

  prefix({ text, start }, mask, expansion) {
    return this.add(this.resolver.resolve(text, mask, expansion === 'none' ? 'none' : 'prefix'), start);
  }

  phrase({ text, start }, mask) { return this.add(this.resolver.phrase(text, mask), start); }

  field({ clause, field }, mask, expansion) {
    const part = this.plan(clause, field, expansion);
    if (part) part.isRequired = true;
    return part;
  }

  not(not, mask) {
    const { clause } = not;
    const option = mask === numbers.FieldSet.Default && this.option(optionOf(not), mask);
    if (option) return option;
    const part = this.plan(clause, mask, 'none');
    return part && { type: 'not', part, weight: 0 };
  }

  filter({ filter, values }) {
    return { type: 'filter', accepts: conditionOf(filter, values, this.terms.need(`${entry.values}.v`)), weight: 0 };
  }

  any({ clauses }, mask, expansion) {
    const parts = clauses.map(clause => this.plan(clause, mask, expansion)).filter(Boolean);
    return parts.length > 1 ? { type: 'any', parts, get weight() { return max(parts, ({ weight }) => weight); } } : parts[0];
  }

  all({ clauses }, mask, expansion) {
    const parts = [];
    let neighbours = [];
    clauses.forEach((clause, i) => {
      const isInitial = expansion === 'word' && this.isInitial(clauses, i);
      const part = this.plan(clause, mask, isInitial ? 'initial' : expansion);
      if (!part) return;
      const before = parts.at(-1);
      const areWords = [before, part, clause, clauses[i - 1]].every(one => one?.type === 'word');
      if (expansion === 'word' && areWords) {
        try {
          this.resolver.join(before.word, part.word);
        } catch (fault) {
          if (fault !== missing) throw fault;
        }
      }
      parts.push(part);
      neighbours = clause.type === 'word' && part.type === 'word' ? [...neighbours, part.word] : [];
      if (expansion === 'word') this.addSynonyms(neighbours);
    });
    if (parts.length < 2 && !/not|filter/.test(parts[0]?.type)) return parts[0];
    return { type: 'all', parts, get weight() { return sum(parts, ({ weight }) => weight); } };
  }

  /** Lets the last words of a run also match what stands for them together. */
  addSynonyms(neighbours) {
    try {
      for (let i = neighbours.length - 2; i >= 0 && i >= neighbours.length - tables.synonymTerms; i--) {
        this.resolver.synonyms(neighbours.slice(i));
      }
    } catch (fault) {
      if (fault !== missing) throw fault;
    }
  }

  /** Whether a clause is a single letter next to a name: R Jones. */
  isInitial(clauses, i) {
    const isName = clause => clause?.type === 'word'
      && countIn(this.terms.word(readTerms(clause.text)[0]?.term ?? ''), numbers.FieldSet.Speaker) > 0;
    try {
      return clauses[i].type === 'word' && /^\p{L}\.?$/u.test(clauses[i].text) && (isName(clauses[i + 1]) || isName(clauses[i - 1]));
    } catch (fault) {
      if (fault !== missing) throw fault;
      return false;
    }
  }
}

/** The overlapping pairs of a text without spaces, and what stands between such texts: Planning/UnspacedText. */
function unspacedPieces(text) {
  if (![...text].some(isUnspaced)) return [];
  const pieces = new Map();
  for (const { start, end, position } of readTerms(text)) {
    if (!(end - start >= pieces.get(position)?.length)) pieces.set(position, text.slice(start, end));
  }
  return [...pieces.values()];
}

const positive = node => node.type === 'word' ? [node.word] : /all|any/.test(node.type) ? node.parts.flatMap(positive) : [];

// --- Filters and facets: Querying/Facets.

/** A condition on documents. */
function conditionOf(filter, values, table) {
  if (filter === 'year') {
    const ranges = values.map(value => yearRange(value)?.split('..')).filter(Boolean);
    return doc => ranges.some(([first, last]) => table.years[doc] >= first && table.years[doc] <= last);
  }
  if (filter === 'has') {
    const bits = values.reduce((all, value) => all | tables.has[value.toLowerCase()], 0);
    return doc => (parseInt(table.has[doc], 16) & bits) === bits;
  }
  const facet = table.facets.find(({ name }) => name === filter);
  if (facet) {
    const keys = new Set(values.flatMap(value => [value, fold(value)]));
    const accepted = facet.names.map((name, i) => keys.has(facet.keys[i] || slugOf(name)) || filter !== 'tag' && keys.has(fold(name)));
    return doc => facet.values[doc].some(value => accepted[value]);
  }
  const ofCode = doc => table.codeLanguages[doc].split(' ').some(language => values.includes(language));
  if (filter === 'codeLanguage') return ofCode;
  const known = values.map(value => value.toLowerCase());
  return doc => known.includes(filter === 'kind' ? tables.kinds[table.kinds[doc]] : table.languages[doc]) || filter === 'lang' && ofCode(doc);
}

/** Values of a facet with their counts, most frequent first; years by number, the latest first. */
function topOf(name, counts) {
  const top = [...counts].map(([value, count]) => ({ value, count })).sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, numbers.FacetTable.MaxValues);
  if (name === 'year') top.sort((a, b) => b.value - a.value);
  return name === 'kind' ? top.map(({ value, count }) => ({ value: tables.kinds[value], count })) : top;
}

// --- Scores: Querying/Scoring.

/** Scores per document with the covered weight and the words, one bit each. */
class Scores {
  docs = [];

  constructor() {
    this.values = new Float32Array(entry.documents);
    this.covered = new Float32Array(entry.documents);
    this.words = new Int32Array(entry.documents);
  }

  add(doc, value, covered, words) {
    if (!this.values[doc]) this.docs.push(doc);
    this.values[doc] += value;
    this.covered[doc] += covered;
    this.words[doc] |= words;
  }

  keepBest(doc, value, covered, words) {
    this.words[doc] |= words;
    if (value <= this.values[doc]) return;
    if (!this.values[doc]) this.docs.push(doc);
    this.values[doc] = value;
    this.covered[doc] = covered;
  }

  remove(doc) { this.values[doc] = this.covered[doc] = this.words[doc] = 0; }
}

export class Scorer {
  constructor(terms) {
    Object.assign(this, { terms, texts: terms.need(`${entry.lengths}.d`) });
  }

  async score(node) {
    await breathe();
    if (node.type === 'word') return this.scoreWord(node.word);
    const into = new Scores();
    if (node.type === 'filter') this.addAll(into, node.accepts);
    if (node.type === 'any') await this.scoreAny(node, into);
    if (node.type === 'all') await this.scoreAll(node, into);
    return into;
  }

  async scoreAll({ parts }, into) {
    const scored = parts.filter(({ type }) => !/filter|not/.test(type));
    if (!scored.length) this.addAll(into, () => true);
    const required = [];
    for (const part of scored) {
      const own = await this.score(part);
      for (const doc of own.docs) if (own.values[doc] > 0) into.add(doc, own.values[doc], own.covered[doc], own.words[doc]);
      if (part.isRequired && own.docs.length) required.push(own);
    }
    for (const { accepts } of parts.filter(({ type }) => type === 'filter')) into.docs.forEach(doc => accepts(doc) || into.remove(doc));
    for (const { values } of required) into.docs.forEach(doc => values[doc] > 0 || into.remove(doc));
    for (const { part } of parts.filter(({ type }) => type === 'not')) {
      const own = await this.score(part);
      own.docs.forEach(doc => own.values[doc] > 0 && into.remove(doc));
    }
  }

  async scoreAny({ parts, weight }, into) {
    for (const part of parts) {
      const own = await this.score(part);
      const full = part.weight > 0 ? weight / part.weight : 1;
      for (const doc of own.docs) if (own.values[doc] > 0) into.keepBest(doc, own.values[doc], own.covered[doc] * full, own.words[doc]);
    }
  }

  addAll(into, accepts) {
    for (let doc = 0; doc < entry.documents; doc++) if (accepts(doc)) into.add(doc, 1e-6, 0, 0);
  }

  scoreWord(word) {
    const into = new Scores();
    const { Ranking, MatchKind } = numbers;
    let [typed, expanded] = [[], 0];
    for (const [kind, share, coverage] of entry.tiers) {
      const { counts, asTyped } = this.count(word, kind);
      const factor = Math.fround(share * word.weight);
      const bit = coverage >= Ranking.HoldingCoverage ? word.bit : 0;
      for (const [doc, count] of counts) {
        const score = Math.fround(factor * count / (Ranking.K1 + count));
        into.keepBest(doc, score, Math.fround(coverage * word.weight), bit);
        if (kind !== MatchKind.Word) expanded = Math.max(expanded, score);
      }
      if (kind !== MatchKind.Word) continue;
      typed = [...counts.keys()].slice(0, asTyped).map(doc => ({ doc, score: into.values[doc] })).sort((a, b) => b.score - a.score);
    }
    // The best talks that contain the word as typed rank above all expansions; those of equal score together.
    const last = typed[Math.min(typed.length, Ranking.TalksAboveExpansions) - 1]?.score;
    if (expanded > Ranking.ExpansionCap * last) {
      const missing = Math.fround(Math.fround(expanded / Ranking.ExpansionCap) - last);
      for (const { doc, score } of typed.filter(({ score }) => score >= last)) into.keepBest(doc, Math.fround(score + missing), word.weight, into.words[doc]);
    }
    if (word.literal) this.keepLiteral(into, word.literal.toLowerCase());
    return into;
  }

  /** Occurrences of a word by document, weighted by field and field length, and how many documents have it as typed; they come first. */
  count(word, kind) {
    const counts = new Map();
    const isPrefix = kind === numbers.MatchKind.Prefix;
    const weigh = (f, times, factor, length) => Math.fround(factor * times * fields[f].factors[length]);
    const lengthOf = ({ lengths }, i, doc, f) => lengths ? lengths[i] : fields[f].name === 'text' ? this.texts.lengths[doc] : 0;
    const add = (into, doc, weight) => into.set(doc, Math.fround((into.get(doc) ?? 0) + weight));
    const pass = isAsTyped => {
      for (const { record, factor, fields: mask } of word.groups.find(group => group.kind === kind)?.terms ?? []) {
        if (factor >= 1 !== isAsTyped) continue;
        const own = isPrefix ? new Map() : counts; // Only one of the completions is the word that is being typed.
        record.postings.forEach((posting, f) => {
          if (!posting || !(mask & fields[f].flag)) return;
          posting.docs.forEach((doc, i) => add(own, doc, weigh(f, posting.freqs[i], factor, lengthOf(posting, i, doc, f))));
        });
        if (isPrefix) for (const [doc, count] of own) counts.set(doc, Math.max(counts.get(doc) ?? 0, count));
      }
      for (const sequence of word.sequences) {
        if (sequence.kind !== kind || sequence.factor >= 1 !== isAsTyped) continue;
        for (const { doc, f, times } of new Resolver(this.terms).sequence(sequence, word.fields)) {
          const posting = sequence.steps[0].map(term => this.terms.word(term)?.postings[f])
            .find(found => found && indexOf(found.docs, doc) >= 0);
          add(counts, doc, weigh(f, times, sequence.factor, lengthOf(posting, indexOf(posting.docs, doc), doc, f)));
        }
      }
    };
    pass(true);
    const asTyped = counts.size;
    pass(false);
    return { counts, asTyped };
  }

  /** Keeps documents with a piece of code as typed; of very many the best ones. */
  keepLiteral(scores, literal) {
    const docs = scores.docs.toSorted((a, b) => scores.values[b] - scores.values[a]);
    docs.splice(0, 40).map(doc => this.terms.want(fragmentOf(doc)) ?? doc).forEach(doc => {
      const holds = ([kind, , text, ...codes]) => kind === 3 ? text.toLowerCase().includes(literal)
        : ranges(codes).some(([start, end]) => text.slice(start, end).toLowerCase().includes(literal));
      if (ready.has(fragmentOf(doc)) && !talkOf(doc).passages.some(holds)) scores.remove(doc);
    });
    docs.forEach(doc => scores.remove(doc));
  }
}

const ranges = codes => codes.flatMap((start, i) => i % 2 ? [] : [[start, start + codes[i + 1]]]);

// --- Order: Scoring/Proximity, HitCollector and Spelling.

/** Closeness of neighbouring words in documents, weighted by the words; 0 when no two are close: Scoring/Proximity. */
function closenessOf(terms, words, docs) {
  const { Fields } = numbers.Proximity;
  const { ProximityDistance: most } = numbers.Ranking;
  const found = docs.map(() => 0);
  fields.forEach(({ flag }, f) => {
    if (!(flag & Fields)) return;
    const positionsOf = ({ record }) => () => terms.positions(record.word, f);
    const postings = terms.together(words.map(({ groups }) => () =>
      terms.together((groups[0]?.terms ?? []).map(positionsOf)).filter(Boolean)));
    if (postings.filter(({ length }) => length).length < 2) return;
    docs.forEach((doc, rank) => {
      const places = postings.map(step => positionsIn(step, doc));
      let closeness = 0;
      for (let i = 1; i < places.length; i++) {
        let nearest = 0;
        for (const a of places[i - 1]) {
          for (const b of places[i]) {
            const distance = Math.abs(b - a);
            if (distance > 0 && distance <= most) nearest = Math.max(nearest, 1 / distance);
          }
        }
        closeness += Math.min(words[i - 1].weight, words[i].weight) * nearest;
      }
      found[rank] = Math.max(found[rank], closeness);
    });
  });
  return found;
}

/** Questions are expanded, unless the index is so large that the words of their answers would be a long wait. */
const isForFeedback = ({ isQuestion, root }) => isQuestion && entry.documents <= 5000
  && root.parts.every(({ type, word }) => type === 'word' && !word.isPhrase);

/** Scores, hits in order and facets of a query. */
async function collect(terms, plan, request) {
  const { Ranking } = numbers;
  const scorer = new Scorer(terms);
  const scores = await scorer.score(plan.root);
  const { isPost, isRemainder, isLightning, lengths } = scorer.texts;
  const table = request.filters.length || request.facets || request.sort ? terms.need(`${entry.values}.v`) : null;
  const conditions = request.filters.map(([name, values]) => ({ name, accepts: conditionOf(name, values, table) }));

  const most = max(scores.docs, doc => scores.covered[doc]);
  const share = most <= 0 ? 0 : (plan.isQuestion ? Ranking.CoverageShareOfQuestion : Ranking.CoverageShare) / most;
  const factorOf = doc => isRemainder(doc) ? Ranking.RemainderFactor : isPost(doc) ? Ranking.PostFactor : 1;
  const counts = {};
  const select = withFacets => {
    const hits = [];
    for (const doc of scores.docs) {
      const words = scores.words[doc];
      if (scores.values[doc] <= 0 || words && plan.contentWords && !(words & plan.contentWords)) continue;
      const failed = conditions.filter(({ accepts }) => !accepts(doc));
      const score = Math.fround(scores.values[doc] * (1 - share * (most - scores.covered[doc])));
      if (!failed.length) hits.push({ doc, score: Math.fround(score * factorOf(doc)) });
      if (withFacets) countFacets(counts, table, doc, failed.map(({ name }) => name));
    }
    return hits;
  };

  const dayOf = ({ doc }) => table.days[doc] || Infinity;
  const byDate = { date_desc: (a, b) => b.doc - a.doc, date_asc: (a, b) => dayOf(a) - dayOf(b) || b.doc - a.doc };
  // Hits of equal score: talks before lightning talks, more text before less, then the newest first.
  const byText = (a, b) => isLightning(a) - isLightning(b) || lengths[b] - lengths[a] || b - a;
  const byScore = (a, b) => b.score - a.score || byText(a.doc, b.doc);
  const compare = byDate[request.sort ?? (plan.positive.length ? '' : 'date_desc')] ?? byScore;
  if (!request.sort && !request.isSuggestion && isForFeedback(plan)) await terms.need(entry.rare).raise(terms, plan, scores, select().sort(compare));
  const hits = select(request.facets).sort(compare);
  const total = hits.length;
  const neighbours = plan.positive.slice(1).map((word, i) => Math.min(word.weight, plan.positive[i].weight));
  const all = sum(neighbours, weight => weight);
  if (!request.sort && !request.isSuggestion && all > 0) {
    const top = hits.slice(0, Ranking.ProximityDepth);
    const closeness = closenessOf(terms, plan.positive, top.map(({ doc }) => doc));
    top.forEach((hit, i) => hit.score = Math.fround(hit.score * (1 + Ranking.Proximity * closeness[i] / all)));
    hits.sort(compare);
  }
  return { scores, hits, total, counts };
}

function countFacets(counts, table, doc, failed) {
  const { facets, years, kinds, languages } = table;
  const values = {
    ...Object.fromEntries(facets.map(({ name, names, values }) => [name, values[doc].map(value => names[value])])),
    year: years[doc] ? [years[doc]] : [], kind: [kinds[doc]], language: languages[doc] ? [languages[doc]] : [],
  };
  for (const [name, list] of Object.entries(values)) {
    const own = counts[name] ??= new Map();
    if (failed.length === 0 || failed.length === 1 && failed[0] === name) list.forEach(value => own.set(value, (own.get(value) ?? 0) + 1));
  }
}

/** Which corrections the hits confirm: Querying/Spelling. */
function spellingOf(terms, plan, scores, shown) {
  const words = plan.positive;
  const [doubtful, together] = [new Set(), new Set()];
  for (let i = 1; i < words.length; i++) {
    const pair = [words[i - 1], words[i]];
    if (!pair.every(word => word.correctedTo)) continue;
    const isTogether = closenessOf(terms, pair, shown.map(({ doc }) => doc)).some(closeness => closeness > 0);
    if (isTogether) pair.forEach(word => together.add(word));
  }
  const corrected = words.filter(word => word.correctedTo);
  corrected.filter(word => corrected.length > 1 || word.isUncertain).forEach(word => doubtful.add(word));
  together.forEach(word => doubtful.delete(word));
  const isIn = ({ doc }, word) => (scores.words[doc] & word.bit) !== 0;
  const isAlternative = word => plan.root.parts.some(part => part.type === 'any'
    && positive(part).includes(word) && positive(part).some(other => other !== word));
  const isApplied = word => !doubtful.has(word)
    && (isAlternative(word) ? shown.some(hit => isIn(hit, word)) : shown.length > 0 && isIn(shown[0], word));
  return {
    isAbsent: word => word.isAbsent || word.correctedTo && !isApplied(word),
    isHeld: word => isAlternative(word) || !doubtful.has(word) && isIn(shown[0], word),
    covered: hit => scores.covered[hit.doc] - sum([...doubtful].filter(word => isIn(hit, word)), ({ weight }) => weight),
    corrections: words.filter(({ correctedTo, offered }) => correctedTo ? shown.length : offered)
      .map(word => ({ from: word.typed, to: word.correctedTo ?? word.offered, applied: Boolean(word.correctedTo) && isApplied(word) })),
  };
}

// --- What to flag: Planning/HighlightQueryBuilder and Highlighting.

const [TOPIC, HEADING, PROSE, QUOTE, QA, CODE, SPEAKER, TAG] = Array(8).keys();
const matchNames = ['topic', 'heading', 'prose', 'quote', 'qa', 'code', 'speaker', 'tag'];

const commonPrefix = (a, b) => {
  let i = 0;
  while (i < a.length && a[i] === b[i]) i++;
  return i;
};

/** Whether two words look like forms of one. */
function areForms(word, other) {
  const common = commonPrefix(word, other);
  if (common > 1 && word.length - common <= 3 && other.length - common <= 3) return true;
  const allowed = allowedEdits(word.length);
  return allowed > 0 && distance(word, other, allowed) <= allowed;
}

function highlightsOf(words) {
  const { Ranking, MatchKind, FieldSet } = numbers;
  const termsOf = ({ terms }) => terms.flatMap(({ term, names }) => names ?? term);
  const near = words.map((word, i) => {
    const [group] = word.groups;
    const typed = group?.kind === MatchKind.Word && group.terms[0].factor === 1 ? group.terms[0].term : null;
    const isJoined = (first, term) => words[first] && words[first + 1]
      && term === (words[first].typed + words[first + 1].typed).toLowerCase();
    const isNear = term => areForms(typed ?? word.typed.toLowerCase(), term) || isJoined(i - 1, term) || isJoined(i, term);
    const parts = word.isPhrase || !word.typed.includes('-') ? []
      : word.sequences.filter(({ kind }) => kind === MatchKind.Word).flatMap(({ steps }) => steps.flat()).filter(term => term.length > 2);
    return [
      ...word.groups.flatMap(group => termsOf(group).filter(term => group.kind !== MatchKind.Word || isNear(term))),
      ...typed && !word.sequences.length ? inflections(typed) : [],
      ...parts.flatMap(term => [term, ...inflections(term)]),
    ];
  });
  const all = words.map(({ groups }) => groups.flatMap(termsOf));
  const shownIn = { Topic: TOPIC, Speaker: SPEAKER, Tag: TAG, Code: CODE, Quote: QUOTE, Qa: QA };

  const make = terms => {
    const made = { uses: new Map(), allowed: Array(8).fill(0), gains: [], functionWords: 0, contentWords: 0, phrases: [], literals: [] };
    const use = term => made.uses.get(term) ?? made.uses.set(term, { words: 0, phrases: [] }).get(term);
    const heaviest = max(words, ({ weight }) => weight) || 1;
    words.forEach((word, i) => {
      const bit = 1 << i;
      const typed = word.typed.toLowerCase();
      const isContent = word.isPhrase || word.weight >= Ranking.MaxStopWordWeight || !isStopWord(typed);
      made.gains.push(isContent ? 1 + Math.min(word.weight / heaviest, 1) : numbers.PassageScores.StopWordGain);
      if (isContent) made.contentWords |= bit;
      else if (tables.onlyFunctionWords.has(typed)) made.functionWords |= bit;
      terms[i].forEach(term => use(term).words |= bit);
      if (word.fields === FieldSet.Default) made.allowed = made.allowed.map(bits => bits | bit);
      else for (const [name, field] of Object.entries(shownIn)) if (word.fields & FieldSet[name]) made.allowed[field] |= bit;
      if (word.literal) made.literals.push({ bit, text: word.literal.toLowerCase() });
      else for (const { steps } of word.sequences) made.phrases.push({ bit, steps: steps.map(step => new Set(step)) });
    });
    made.phrases.forEach(phrase => phrase.steps[0].forEach(term => use(term).phrases.push(phrase)));
    if (made.functionWords === 2 ** words.length - 1) made.functionWords = 0;
    made.contentWords ||= -1;
    return made;
  };
  const isSame = all.every((terms, i) => terms.every(term => near[i].includes(term)));
  return Object.assign(make(near), { fallback: isSame ? null : make(all) });
}

/** The matches in a text, by start. They may overlap. */
function occurrencesIn(text, field, codes, query) {
  const inText = query.allowed[field];
  const inCode = inText | query.allowed[CODE];
  if (!inText && !(codes.length && inCode)) return [];
  const found = [];
  const tokens = tokenize(text.slice(0, numbers.OccurrenceFinder.MaxCharacters), field === CODE, codes);
  tokens.forEach(({ term, start, end, position }, i) => {
    const use = query.uses.get(term);
    if (!use) return;
    const allowed = codes.some(([from, to]) => start >= from && start < to) ? inCode : inText;
    if (use.words & allowed) found.push({ start, end, words: use.words & allowed });
    for (const { bit, steps } of use.phrases) {
      let last = end;
      const holds = bit & allowed && steps.every((step, k) => {
        const here = k ? tokens.filter(token => token.position === position + k && step.has(token.term)) : [tokens[i]];
        last = Math.max(last, ...here.map(({ end }) => end));
        return here.length;
      });
      if (holds) found.push({ start, end: last, words: bit });
    }
  });
  const lower = query.literals.length ? text.toLowerCase() : '';
  for (const { bit, text: literal } of query.literals) {
    for (const [from, to] of field === CODE ? [[0, text.length]] : codes) {
      for (let at = lower.indexOf(literal, from); at >= 0 && at + literal.length <= to; at = lower.indexOf(literal, at + literal.length)) {
        found.push({ start: at, end: at + literal.length, words: bit });
      }
    }
  }
  if (lower) found.sort((a, b) => a.start - b.start);
  return query.functionWords ? withoutLoneFunctionWords(text, found, query.functionWords) : found;
}

/** Function words are flagged only in a run of the query's words, in their order. */
function withoutLoneFunctionWords(text, found, functionWords) {
  const follows = (left, right) => left.words << 1 & right.words && (right.start <= left.end || !text.slice(left.end, right.start).trim());
  const kept = [];
  for (let i = 0; i < found.length;) {
    let end = i;
    while (end < found.length && !(found[end].words & ~functionWords)) end++;
    let [left, right] = [i, end];
    while (left < end && (left > i || kept.length) && follows(left > i ? found[left - 1] : kept.at(-1), found[left])) left++;
    while (right > left && right < found.length && follows(found[right - 1], found[right])) right--;
    for (let k = i; k < Math.min(end + 1, found.length); k++) if (k < left || k >= right) kept.push(found[k]);
    i = end + 1;
  }
  return kept;
}

// --- Where to cut a text: TextCut, Sentences, Excerpt and RunMaker.

const isLow = c => c >= '\udc00' && c <= '\udfff';
const isHigh = c => c >= '\ud800' && c <= '\udbff';
const isMark = matcher(/^[\p{Mn}\p{Mc}\p{Me}\u200c\u200d]/u);

/** Whether a character belongs to the one before it. */
function continues(text, i) {
  const c = text[i];
  if (isLow(c)) return i > 0 && isHigh(text[i - 1]);
  return c === '\ud83c' && text[i + 1] >= '\udffb' && text[i + 1] <= '\udfff' || c >= '\u0300' && isMark(c);
}

const isFlagHalf = (text, i) => text[i] === '\ud83c' && text[i + 1] >= '\udde6' && text[i + 1] <= '\uddff';
const isSafe = (text, i) => i <= 0 || i >= text.length
  || !continues(text, i) && text[i - 1] !== '\u200d' && !(isFlagHalf(text, i) && isFlagHalf(text, i - 2));

function cutBefore(text, index, limit) {
  for (let i = index; i >= Math.max(limit, index - numbers.TextCut.MaxWord); i--) {
    if (i === 0 || i < text.length && isSpace(text[i - 1]) && !isSpace(text[i]) && isSafe(text, i)) return i;
  }
  for (let i = index; i > limit; i--) if (isSafe(text, i)) return i;
  return limit;
}

function cutAfter(text, index, limit) {
  for (let i = index; i <= Math.min(limit, index + numbers.TextCut.MaxWord); i++) {
    if (i === text.length || i > 0 && isSpace(text[i]) && !isSpace(text[i - 1])) return i;
  }
  for (let i = index; i < limit; i++) if (isSafe(text, i)) return i;
  return limit;
}

function beginsSentence(text, i) {
  if (i === 0 || i >= text.length) return i === 0;
  if (/[a-z0-9]/i.test(text[i - 1])) return false;
  if (text[i - 1] === '\n') return true;
  if (isSpace(text[i]) || continues(text, i)) return false;
  const before = text.slice(Math.max(0, i - 50), i);
  const gap = before.length - before.trimEnd().length;
  const closed = before.trimEnd().replace(/["”“’')\]»」』）]+$/, '');
  const stop = closed.at(-1);
  if (!stop) return false;
  if (/[。！？]/.test(stop)) return !/[。！？"”“’')\]»」』）]/.test(text[i]);
  if (!gap || (isLower(text[i]) || /\p{P}/u.test(text[i])) && !/["“‘'(«„¿¡]/.test(text[i])) return false;
  if (/[!?…]/.test(stop)) return true;
  return stop === '.' && (closed.length < before.trimEnd().length || !isAbbreviation(closed.slice(0, -1), /\d/.test(text[i])));
}

function isAbbreviation(before, isBeforeNumber) {
  const word = /[\p{L}.]*$/u.exec(before)[0];
  return /^\p{Lu}$/u.test(word) || tables.abbreviations.has(word.toLowerCase())
    || isBeforeNumber && tables.numberAbbreviations.has(word.toLowerCase());
}

function sentenceStart(text, index, limit) {
  let i = Math.min(index, text.length);
  while (i > limit && !beginsSentence(text, i)) i--;
  return i;
}

function sentenceEnd(text, index, limit) {
  let i = Math.max(index, 1);
  while (i < limit && !beginsSentence(text, i)) i++;
  return i;
}

const trimmedEnd = (text, start, end) => {
  while (end > start && (isSpace(text[end - 1]) || text[end - 1] === '\u200d')) end--;
  return end;
};

function trimmed(text, excerpt) {
  let { start, end } = excerpt;
  end = trimmedEnd(text, start, end);
  while (start < end && (isSpace(text[start]) || continues(text, start))) start++;
  return { ...excerpt, start, end };
}

/** Whole sentences around matches, or a part of a long one. */
function proseExcerpt(text, first, last, low, high, [target, most]) {
  const isBorder = (i, limit) => i === limit && (i === 0 || i === text.length) || beginsSentence(text, i);
  let start = sentenceStart(text, first, Math.max(low, first - most));
  let end = sentenceEnd(text, last, Math.min(high, last + most));
  let [startsWhole, endsWhole] = [isBorder(start, low), isBorder(end, high)];
  if (startsWhole && endsWhole && end - start <= most) {
    while (end < high) {
      const next = sentenceEnd(text, end + 1, Math.min(high, start + target + 1));
      if (next - start > target || !isBorder(next, high)) break;
      end = next;
    }
    while (start > low) {
      const before = sentenceStart(text, start - 1, Math.max(low, end - target));
      if (!isBorder(before, low)) break;
      start = before;
    }
    return trimmed(text, { start, end });
  }
  const spare = Math.max(0, target - (last - first));
  if (!startsWhole || last - start > target) {
    [start, startsWhole] = [cutBefore(text, Math.max(low, first - Math.floor(spare / 3)), low), false];
  }
  if (!endsWhole || end - start > most) [end, endsWhole] = [cutAfter(text, Math.min(high, Math.max(last, start + target)), high), false];
  return trimmed(text, { start, end, cutBefore: !startsWhole, cutAfter: !endsWhole });
}

/** Whole lines around matches. */
function codeExcerpt(text, first, last, low, high, [target, most, , maxLines]) {
  const lineStart = i => {
    while (i > low && text[i - 1] !== '\n') i--;
    return i;
  };
  const lineEnd = i => {
    while (i < high && text[i] !== '\n') i++;
    return Math.min(i, high);
  };
  let [start, end] = [lineStart(first), lineEnd(first)];
  if (end - start > most) {
    start = cutBefore(text, Math.max(start, first - Math.floor(target / 4)), start);
    end = cutAfter(text, Math.min(end, Math.max(Math.min(last, end), start + target)), end);
    return trimmed(text, { start, end, cutBefore: start > lineStart(first), cutAfter: end < lineEnd(first) });
  }
  let lines = 1;
  for (; end < last && lineEnd(end + 1) - start <= most; lines++) end = lineEnd(end + 1);
  for (let grows = true; grows && lines < maxLines;) {
    grows = false;
    if (end < high && lineEnd(end + 1) - start <= target) [end, lines, grows] = [lineEnd(end + 1), lines + 1, true];
    if (lines < maxLines && start > low && end - lineStart(start - 1) <= target) {
      [start, lines, grows] = [lineStart(start - 1), lines + 1, true];
    }
  }
  end = trimmedEnd(text, start, end);
  for (let i = start; i < end && isSpace(text[i]); i++) if (text[i] === '\n') start = i + 1;
  while (start < end && continues(text, start)) start++;
  return { start, end };
}

/** Splits a part of a text into runs of flagged and unflagged text. */
function runsOf(text, start, end, found, isCutBefore, isCutAfter) {
  const runs = isCutBefore ? [{ text: '… ' }] : [];
  const add = (from, to, match) => to > from && runs.push(match ? { text: text.slice(from, to), match } : { text: text.slice(from, to) });
  let at = start;
  for (let i = 0; i < found.length;) {
    let { start: from, end: to } = found[i++];
    if (from < at || to > end) continue;
    for (; i < found.length && found[i].start <= to; i++) if (found[i].end <= end) to = Math.max(to, found[i].end);
    while (to < end && continues(text, to)) to++;
    add(at, from);
    add(from, to, true);
    at = to;
  }
  add(at, end);
  if (isCutAfter) runs.push({ text: ' …' });
  return runs;
}

function flagged(text, query, field) {
  let found = occurrencesIn(text, field, [], query);
  if (!found.length && query.fallback) found = occurrencesIn(text, field, [], query.fallback);
  return runsOf(text, 0, text.length, found);
}

/** An address that scrolls to words of a passage: Highlighting/TextFragment. */
function linkTo(url, text, start, end, at, isCode, repeated) {
  if (!url) return null;
  const { TargetWords, MaxCharacters, MaxTries } = numbers.TextFragment;
  const isWide = c => '。、「」！？'.includes(c);
  const isGap = c => isSpace(c) || isWide(c);
  const wordEnd = (from, end) => {
    let i = from;
    while (i < end && !isGap(text[i])) i++;
    while (i > from && i < text.length && continues(text, i)) i--;
    return i;
  };
  const nextWord = (i, end) => {
    while (i < end && isGap(text[i])) i++;
    return i;
  };
  const isEdge = c => isLetterOrDigit(c) || isLow(c) || isHigh(c);
  /** The first words in a row at or after an index that a page shows as the source does. */
  const wordsAt = (at, end) => {
    let begin = at;
    for (let i = at; i >= start && at - i <= MaxCharacters + 1; i--) {
      if (i !== start && !isGap(text[i - 1])) continue;
      begin = i;
      break;
    }
    while (begin < end) {
      let [last, words] = [begin, 0];
      for (let i = begin; i < end && words < TargetWords && i - begin < MaxCharacters; words++) {
        const to = wordEnd(i, Math.min(end, begin + MaxCharacters));
        if (!isCode && /^·$|^:.+:$|['"`]|--|\.\./s.test(text.slice(i, to))) break;
        last = to;
        if (last < end && (text[last] === '\n' || isWide(text[last]))) break;
        i = nextWord(to, end);
      }
      let [from, to] = [begin, last];
      while (from < to && !isEdge(text[from])) from++;
      while (from < to && !isEdge(text[to - 1]) && !continues(text, to - 1)) to--;
      if (to > from) return [from, to];
      begin = nextWord(Math.max(begin + 1, last, wordEnd(begin, end)), end);
    }
    return null;
  };
  // Words whose first place on the page is this one: those at the match, those after it, then those before it.
  let tries = 0;
  for (const from of [at, start]) {
    for (let next = from; next < end && tries < MaxTries; tries++) {
      const found = wordsAt(next, end);
      if (!found) break;
      const words = text.slice(...found);
      if (isFirstPlace(words, repeated)) return `${url}${url.includes('#') ? '' : '#'}:~:text=${escapeText(words)}`;
      next = nextWord(Math.max(found[1], next + 1), end);
    }
  }
  return url;
}

/** Whether a text has three words in a row that the page does not hold at an earlier place: Indexing/PagePhrases. */
function isFirstPlace(text, repeated) {
  const isPart = c => c !== undefined && isLetterOrDigit(c);
  let [first, second, count] = [0, 0, 0];
  for (let i = 0; i < text.length;) {
    if (!isPart(text[i])) {
      i++;
      continue;
    }
    let word = 2166136261;
    const isAlone = isUnspaced(text[i]);
    do word = Math.imul(word ^ text[i++].toLowerCase().charCodeAt(), 16777619) >>> 0;
    while (!isAlone && isPart(text[i]) && !isUnspaced(text[i]));
    const hash = Math.imul(Math.imul(first, 31) + second, 31) + word >>> 0;
    if (++count >= 3 && !repeated.includes(hash)) return true;
    [first, second] = [second, word];
  }
  return false;
}

const escapeText = text => encodeURIComponent(text).replace(/[-!'()*]/g, c => `%${c.charCodeAt().toString(16).toUpperCase()}`);

// --- Which passages to show: Highlighting/Window, PassageSelector and PassageMaker.

/** The best group of neighbouring matches in a text. */
function bestWindow(found, query, shown, offset, shownRanges, maxSpan) {
  const scores = numbers.PassageScores;
  let best = { first: 0, last: 0, words: 0, score: 0 };
  const counts = Array(32).fill(0);
  const bits = words => [...counts.keys()].filter(bit => words >> bit & 1);
  let [reach, first, words] = [0, 0, 0];
  const leave = ({ words: gone }) => bits(gone).forEach(bit => --counts[bit] || (words &= ~(1 << bit)));
  found.forEach((occurrence, last) => {
    if (shownRanges.some(([start, end]) => occurrence.start < end && occurrence.end > start)) {
      counts.fill(0);
      [reach, first, words] = [last + 1, last + 1, 0];
      return;
    }
    words |= occurrence.words;
    bits(occurrence.words).forEach(bit => counts[bit]++);
    while (reach < last && occurrence.end - found[reach].start > maxSpan) reach++;
    while (first < reach) leave(found[first++]);
    while (first < last && bits(found[first].words).every(bit => counts[bit] > 1)) leave(found[first++]);
    const span = occurrence.end - found[first].start;
    const density = scores.FrequencyBonus * (1 - 1 / (last - reach + 1)) + scores.ClosenessBonus * (1 - Math.min(span / maxSpan, 1));
    let score = density + 1 / Math.log(scores.EarlyPivot + offset + found[first].start);
    bits(words).forEach(bit => score += query.gains[bit] * (shown >> bit & 1 ? scores.RepeatedWordGain : 1));
    if (score > best.score) best = { first, last, words, score };
  });
  return best;
}

/** Selects passages of a talk; returns them in text order, with the words that they show. */
function selectPassages(talk, query, most) {
  const blocks = [];
  const collect = (field, text, section, codes = []) => {
    const before = blocks.at(-1);
    const offset = before ? before.offset + before.text.length : 0;
    const isEmpty = !query.uses.size && !query.literals.length;
    blocks.push({ field, text, section, codes, offset, found: isEmpty ? [] : occurrencesIn(text, field, codes, query) });
  };
  let section = 0;
  const headings = until => {
    for (; section <= until && section < talk.sections.length; section++) collect(HEADING, talk.sections[section][0], section);
  };
  for (const [kind, of, text, ...codes] of talk.passages) {
    headings(of);
    collect(PROSE + kind, text, of, ranges(codes));
  }
  headings(Infinity);

  const scores = numbers.PassageScores;
  const selections = [];
  let shown = 0;
  let bestScore = 0;
  const size = () => tables.excerpts[selections.length ? 1 : 0];
  const isProse = ({ field }) => field === PROSE || field === QUOTE || field === QA;
  const shownIn = i => selections.flatMap(({ index, excerpt, first, last }) => index === i ? [[excerpt.start, excerpt.end]]
    : i >= first && i <= last ? [[0, blocks[i].text.length]] : []);
  const cut = (i, from, to) => {
    const { field, text } = blocks[i];
    if (field === HEADING) return { start: 0, end: text.length };
    let [low, high] = [0, text.length];
    for (const [start, end] of shownIn(i)) {
      if (end <= from) low = Math.max(low, end);
      if (start >= to) high = Math.min(high, start);
    }
    return (field === CODE ? codeExcerpt : proseExcerpt)(text, from, to, low, high, size());
  };
  /** Adds neighbours to a short block while whole sentences fit. */
  const widen = (index, window, excerpt) => {
    const block = blocks[index];
    let [first, last, lastEnd] = [index, index, excerpt.end];
    if (!isProse(block) || excerpt.end - excerpt.start < block.text.length) return { index, window, excerpt, first, last, lastEnd };
    const [target] = size();
    let { length } = block.text;
    lastEnd = length;
    const opening = (i, room) => {
      const other = blocks[i];
      if (!other || other.field !== block.field || other.section !== block.section || shownIn(i).length) return 0;
      return other.text.length <= room ? other.text.length : trimmedEnd(other.text, 0, sentenceStart(other.text, Math.max(room, 0), 0));
    };
    const whole = (i, room) => {
      const end = opening(i, room);
      return end === blocks[i]?.text.length ? end : 0;
    };
    const lead = whole(first - 1, target - length);
    if (lead && blocks[first - 1].text.endsWith(':')) {
      first--;
      length += lead;
    }
    for (let end; length < target / 2 && lastEnd === blocks[last].text.length && (end = opening(last + 1, target - length)); last++) {
      lastEnd = end;
      length += end;
    }
    for (let before; length < target / 2 && (before = whole(first - 1, target - length)); first--) length += before;
    return { index, window, excerpt, first, last, lastEnd };
  };

  while (selections.length < most) {
    let [chosen, window, value] = [-1, null, 0];
    blocks.forEach((block, i) => {
      if (!block.found.length) return;
      const next = bestWindow(block.found, query, shown, block.offset, shownIn(i), size()[2]);
      const worth = next.score * (block.field === HEADING ? scores.HeadingFactor : block.field === CODE ? scores.CodeFactor : 1);
      const isNew = () => next.words & ~shown & query.contentWords;
      const isAnother = () => block.field !== HEADING && next.words & query.contentWords
        && !selections.some(({ index }) => blocks[index].section === block.section)
        && bestWindow(block.found.slice(next.first, next.last + 1), query, 0, block.offset, [], size()[2]).score
          >= bestScore * scores.MinFurtherScoreShare;
      if (worth > value && (!selections.length || isNew() || isAnother())) [chosen, window, value] = [i, next, worth];
    });
    if (chosen < 0) break;
    bestScore ||= window.score;
    const { found } = blocks[chosen];
    const selection = widen(chosen, window, cut(chosen, found[window.first].start, found[window.last].end));
    selections.push(selection);
    for (let i = selection.first; i <= selection.last; i++) {
      const wholeEnd = i === selection.last ? selection.lastEnd : blocks[i].text.length;
      const { start, end } = i === chosen ? selection.excerpt : { start: 0, end: wholeEnd };
      for (const occurrence of blocks[i].found) if (occurrence.start >= start && occurrence.end <= end) shown |= occurrence.words;
    }
  }
  selections.sort((a, b) => a.index - b.index || a.excerpt.start - b.excerpt.start);
  const opening = () => {
    let index = blocks.findIndex(block => isProse(block) && block.text);
    if (index < 0) index = blocks.findIndex(({ text }) => text);
    return index < 0 ? [] : [widen(index, null, cut(index, 0, 0))];
  };
  return { blocks, selections, shown, opening };
}

/** The passages of a hit, after names that show words which no passage shows. */
function matchesOf(talk, query) {
  const { blocks, selections, shown, opening } = selectPassages(talk, query, 3);
  const matches = [];
  let named = shown;
  const addName = (name, field) => {
    const words = occurrencesIn(name, field, [], query).reduce((bits, { words }) => bits | words, 0);
    if (!(words & ~named & query.contentWords)) return;
    named |= words;
    matches.push({
      field: matchNames[field], heading: null, url: talk.url,
      text_fragment_url: talk.heading?.includes(name) ? linkTo(talk.url, name, 0, name.length, 0, false, talk.repeated) : talk.url,
      runs: flagged(name, query, field),
    });
  };
  addName(talk.topic, TOPIC);
  talk.speakers.forEach(name => addName(name, SPEAKER));
  talk.tags.forEach(name => addName(name, TAG));
  if (!selections.length && !matches.length && query.fallback) return matchesOf(talk, query.fallback);

  const show = ({ index, window, excerpt, first, last, lastEnd }) => {
    const { field, text, section, found } = blocks[index];
    const { start, end } = excerpt;
    const [heading, anchor] = talk.sections[section] ?? [null, null];
    const url = anchor && talk.page ? `${talk.page}#${anchor}` : talk.url;
    const at = window ? Math.min(Math.max(found[window.first].start, start), end) : start;
    const runs = first === last ? runsOf(text, start, end, found, excerpt.cutBefore, excerpt.cutAfter)
      : blocks.slice(first, last + 1).flatMap((block, i) => [
        ...i ? [{ text: ' … ' }] : [], ...runsOf(block.text, 0, first + i === last ? lastEnd : block.text.length, block.found),
      ]);
    const link = linkTo(url, text, start, end, at, field === CODE, talk.repeated);
    return { field: matchNames[field], heading, url, text_fragment_url: link, runs };
  };
  return [...matches, ...(selections.length ? selections : opening()).map(show)];
}

// --- Answers, in the shape of /api/search and /api/suggest.

const noteTexts = {
  tooLong: 'A query has at most {} characters; the rest is left out.',
  tooManyWords: 'A query has at most {} words; the rest is left out.',
  openPhrase: 'This quotation mark has no partner; the words are searched for one by one.',
  emptyPhrase: 'There is nothing between these quotation marks; they are left out.',
  loneQuote: 'This quotation mark has no partner; it is left out.',
  tooDeep: 'Parentheses nest at most {} deep; deeper ones are left out.',
  closesNothing: 'This parenthesis closes nothing; it is left out.',
  openGroup: 'This parenthesis is never closed; the group ends with the query.',
  emptyGroup: 'There is nothing between these parentheses; they are left out.',
  option: '“-{}” is searched for as text, as an option of a program; NOT {} leaves the letter out.',
  optionInNotes: '“-{}” is in the notes and is searched for as written; NOT {} leaves the word out.',
  shortPrefix: 'A star needs two letters before it; it is left out.',
  noField: 'There is no field “{}”; it is searched for as text.',
  loneField: '“{}” has no word after it; it is searched for as text.',
  fieldInField: '“{}” is inside another field; it is searched for as text.',
  loneNot: '“{}” has nothing to leave out; it is searched for as text.',
  loneOperator: '“{}” has nothing on one side; it is searched for as text.',
  onlyNot: 'This query only leaves words out; everything else is shown.',
  kind: '“{}” takes talk, keynote, lightning_talk, panel, workshop, q_and_a or post; this value is searched for as text.',
  year: '“{}” takes a year such as 2013 or years such as 2012..2014; this value is searched for as text.',
  has: '“{}” takes code, qa or quote; this value is searched for as text.',
  lang: '“{}” takes one language such as en or fr, or one of code such as python; this value is searched for as text.',
};

/** Says which synonyms were searched for as well. */
const synonymNotes = words => {
  const withSynonyms = words.filter(({ synonyms }) => synonyms);
  const texts = [...new Set(withSynonyms.map(({ synonyms }) => synonyms[0]))];
  return texts.map(text => withSynonyms.filter(({ synonyms }) => synonyms[0] === text)).map(group => ({
    position: group[0].position,
    message: `“${group.map(({ typed }) => typed).join(' ')}” also finds ${group[0].synonyms.map(text => `“${text}”`).join(', ')}.`,
  }));
};

const toNote = ({ position, key, value }) => ({ position, message: noteTexts[key].replaceAll('{}', value) });

export const fragmentOf = doc =>
  `${nameAt(entry.fragments, Math.floor(doc / entry.group))}.${Math.floor(doc % entry.group / entry.together)}`;

const slugOf = name => name.toLowerCase().replaceAll(' ', '-');

/** A text, some parts of which are indexes of other texts. */
const joinParts = (parts, others) => Array.isArray(parts) ? parts.map(part => part.at ? part : others[part]).join('') : parts;

/** A talk whose fragment is loaded: an object, once it is asked for. */
export function talkOf(doc) {
  const talks = ready.get(fragmentOf(doc));
  const i = doc % entry.together;
  if (!Array.isArray(talks[i])) return talks[i];
  const talk = talks[i] = Object.fromEntries(entry.talk.map((key, k) => [key, talks[i][k]]));
  const { topic, speakers } = talk;
  talk.id = joinParts(talk.id, [speakers[0] && slugOf(speakers[0])]);
  talk.heading = joinParts(talk.heading, [topic, ...speakers]);
  if (talk.own === 0) talk.own = `talks/${talk.id}/`;
  talk.url = talk.page && talk.anchor ? `${talk.page}#${talk.anchor}` : talk.page;
  return talk;
}

function toHit({ doc, score }, highlights) {
  const talk = talkOf(doc);
  const { id, topic, speakers, tags, date, language, url, own } = talk;
  return {
    id, kind: tables.kinds[talk.kind], score: Math.round(score * 1e4) / 1e4, topic, speakers, tags,
    event: { title: talk.event, location: talk.location, date: talk.eventDate },
    post_title: talk.post, date, language, url, video_url: talk.video, slides_url: talk.slides,
    page: own && new URL(own, base).href,
    source: { path: talk.path, heading: talk.heading, first_line: talk.first, last_line: talk.first + talk.lines },
    topic_runs: flagged(topic, highlights, TOPIC),
    speaker_runs: speakers.map(name => flagged(name, highlights, SPEAKER)),
    matches: matchesOf(talk, highlights),
    explain: null,
  };
}

/** A word as a talk on the page spells it, unless only its case differs. */
function writtenAs(term, hits) {
  for (const { doc } of hits) {
    const { topic, speakers, sections, tags, passages } = talkOf(doc);
    const names = [topic, ...speakers, ...sections.map(([heading]) => heading), ...tags].map(name => [0, 0, name]);
    for (const [kind, , text, ...codes] of [...names, ...passages]) {
      const token = tokenize(text, kind === 3, ranges(codes)).find(token => token.term === term);
      if (!token) continue;
      const written = text.slice(token.start, token.end);
      return written.toLowerCase() === term ? term : written;
    }
  }
  return term;
}

/** Repeats a step until no chunk is missing. */
async function complete(step) {
  const terms = new Terms();
  for (let rounds = 0; rounds < 20; rounds++) {
    terms.wanted.clear();
    try {
      const result = await step(terms);
      if (!terms.wanted.size) return result;
    } catch (fault) {
      if (fault !== missing) throw fault;
    }
    await load([...terms.wanted]);
  }
  throw new Broken('The index names files without end.');
}

/** The search for the sessions of the kind that a query names; null if there are none: Querying/KindQuery. */
function searchOfKind({ q = '', ...request }) {
  if (request.kind?.length) return null;
  const words = q.split(/[ \t\u3000]+/).filter(Boolean).join(' ').toLowerCase().replace(/^lightning-/, 'lightning ');
  const whole = entry.kindWords.find(([phrase]) => phrase === words);
  const [phrase, kind] = whole ?? entry.kindWords.find(([phrase, , isBesideOthers]) =>
    isBesideOthers && (words.startsWith(`${phrase} `) || words.endsWith(` ${phrase}`))) ?? [];
  if (!kind) return null;
  const rest = words.startsWith(`${phrase} `) ? words.slice(phrase.length + 1) : words.slice(0, -phrase.length - 1);
  return { ...request, q: whole ? '' : rest, kind: [kind] };
}

/** Answers a search. Parameters as of /api/search. */
export async function search(request) {
  const ofKind = searchOfKind(request);
  let answer = ofKind && await answerTo(ofKind);
  answer = answer?.total ? { ...answer, query: request.q } : await answerTo(request);
  const [isFirst, q] = [answer.page === 1 && request.q, request.q];
  const names = isFirst && !ofKind ? await complete(terms => namesOf(terms, q)) : [];
  return { ...answer, best_bets: isFirst ? bestBetsOf(q) : [], names };
}

// --- The speaker or event that a whole query is the name of: Querying/NameIndex.

const namedFacets = { 0: 'speaker', 2: 'event' };
const keyWords = text => fold(text.replace(/['’‘`´]/g, '')).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
const keyOf = words => [...words].sort().join('-');
const isYear = word => /^[12]\d{3}$/.test(word);

function namesOf(terms, query) {
  const typed = query.trim().replace(/^["“”]+|["“”]+$/g, '').trim();
  const key = keyOf(keyWords(typed));
  if (!key || typed.length > numbers.NameIndex.MaxCharacters || /[:*"]/.test(typed)) return [];
  const asked = readTerms(typed).filter(({ term }) => /^[\p{L}\p{N}]/u.test(term));
  const records = terms.together(asked.map(({ term }) => () => terms.word(term, false)));
  const found = new Map(records.flatMap(record => record?.names ?? [])
    .filter(({ facet, count, posts }) => namedFacets[facet] && count > posts).map(named => [`${named.facet}${named.name}`, { ...named, words: keyWords(named.name) }]));
  const meant = [isWhole, isShorter].map(is => [...found.values()].filter(named => is(named, key))).find(({ length }) => length) ?? [];
  const most = numbers.NameIndex.MaxFound;
  if (meant.length > most && meant.every(({ facet }) => !facet)) return [];
  const yearOf = ({ words }) => Number(words.find(isYear) ?? 0);
  return meant.sort((a, b) => a.facet - b.facet || yearOf(b) - yearOf(a) || b.count - a.count).slice(0, most)
    .map(({ facet, name, count, posts, page, words }) => {
      const [kind, slug] = [namedFacets[facet], words.join('-')];
      return { facet: kind, name, slug, talks: count - posts, page: new URL(page || `${kind}s/${slug}/`, base).href };
    });
}

const isWhole = ({ words }, key) => keyOf(words) === key;

/** Whether a key is a surname, with an initial or a first name, or an event without its year. */
function isShorter({ facet, words }, key) {
  const [first, last] = [words[0], words.at(-1)];
  if (facet) return words.some(isYear) && keyOf(words.filter(word => !isYear(word))) === key;
  const forms = [last.length >= numbers.NameKeys.MinSurname && last, keyOf([first[0], last]), words.length > 2 && keyOf([first, last])];
  return words.length > 1 && forms.includes(key);
}

/** What the blog recommends for a query: Querying/BestBetTable. */
function bestBetsOf(query) {
  const words = toSteps(tokenize(query), []).map(([term]) => term).join(' ');
  return (Object.hasOwn(entry.bestBets, words) ? entry.bestBets[words] : [])
    .map(bet => ({ ...bet, url: bet.own ? new URL(bet.own, base).href : bet.url, own: undefined }));
}

async function answerTo({ q = '', page = 1, per_page: perPage = 10, facets = true, sort, talks, ...filters }) {
  [page, perPage, facets] = [Number(page), Number(perPage), String(facets) !== 'false'];
  const query = parse(q);
  const conditions = Object.entries(filters).map(([name, values]) => [name, [values].flat()]);
  const request = { facets, sort: /date/.test(sort) ? sort : null, filters: conditions };
  const found = await complete(async terms => {
    begin(terms, query);
    const plan = new Planner(terms, query, numbers.FieldSet.Default, 'unfinished');
    if (terms.wanted.size) throw missing;
    await breathe();
    const collected = await collect(terms, plan, request);
    const hits = collected.hits.slice((page - 1) * perPage, page * perPage);
    const shown = collected.hits.slice(0, 10);
    const spelling = spellingOf(terms, plan, collected.scores, shown);
    const nearOnly = shown.length > 0 && plan.root.weight > 0 && isNear(terms, plan, collected.scores, shown, spelling);
    hits.forEach(({ doc }) => terms.want(fragmentOf(doc)));
    return { ...collected, plan, hits, shown, spelling, nearOnly };
  });
  const { plan, shown, spelling, nearOnly } = found;
  const words = plan.positive;
  // Stop words are not reported, unless there are no others. A run of characters is when more than half of its pairs are.
  const content = words.filter(({ typed }) => !isStopWord(typed.toLowerCase()));
  const groupOf = ({ run, typed }) => run ?? typed;
  const candidates = content.length ? content : words;
  const reported = fails => [...new Set(candidates.map(groupOf))].filter(name => {
    const group = candidates.filter(word => groupOf(word) === name);
    return group.every(fails) || sum(group.filter(fails), ({ weight }) => weight) > sum(group, ({ weight }) => weight) / 2;
  });
  const highlights = highlightsOf(words);
  const hits = [];
  for (const hit of found.hits) {
    hits.push(toHit(hit, highlights));
    await breathe();
  }
  return {
    query: q, total: found.total, page, per_page: perPage, hits,
    facets: Object.fromEntries(tables.facets.map(name => [name, topOf(name, found.counts[name] ?? [])])),
    near_only: nearOnly, absent: reported(spelling.isAbsent),
    given_up: shown.length ? reported(word => !spelling.isHeld(word)) : [],
    corrections: spelling.corrections.map(correction => ({ ...correction, to: writtenAs(correction.to, found.hits) })),
    notes: [...plan.notes.map(toNote), ...synonymNotes(plan.positive)].sort((a, b) => a.position - b.position), partial: false,
  };
}

/**
 * Whether too little speaks for the hits: what the best one covers, what is covered at most, how often the best one has its words, and,
 * where all words occur, whether any two stand together.
 */
function isNear(terms, plan, scores, shown, spelling) {
  const { AbsentPenalty, MinSupport, MinSupportOfScattered, NearWords, ScatteredWords } = numbers.Ranking;
  const covered = spelling.covered(shown[0]);
  const { doc } = shown[0];
  const strength = scores.covered[doc] > 0 ? scores.values[doc] * covered / scores.covered[doc] : 0;
  const content = plan.positive.filter(word => !word.isStopWord);
  const count = Math.max(content.length, 1);
  const support = (((covered + max(shown, spelling.covered)) / 2) + strength) / plan.root.weight
    - AbsentPenalty * content.filter(spelling.isAbsent).length / count;
  if (support < MinSupport * Math.min(1, NearWords / count)) return true;
  if (count < ScatteredWords || support >= MinSupportOfScattered * ScatteredWords / count || content.some(spelling.isAbsent)) return false;
  const docs = shown.map(({ doc }) => doc);
  return !content.some((second, i) => content.slice(0, i).some(first => closenessOf(terms, [first, second], docs).some(Boolean)));
}

/** Suggests names, completions and talks. Parameters as of /api/suggest; `talks: false` leaves the talks out. */
export async function suggest({ q = '', limit = 5, talks = true }) {
  return complete(async terms => {
    begin(terms, parse(q));
    let typed = q;
    const start = typed.length - /[\p{L}\p{Mn}\p{Mc}\p{N}_]*$/u.exec(typed)[0].length;
    const wordsOf = text => toSteps(tokenize(text), []).map(([term]) => term);
    const [last, ...more] = wordsOf(typed.slice(start));
    if (last && !more.length && !terms.begins(last)) {
      const [near] = terms.beginningNear(last, 1);
      if (near) typed = typed.slice(0, start) + near.word;
    }
    const words = wordsOf(typed);
    const answer = { query: q, talks: [], speakers: [], tags: [], events: [], completions: [] };
    if (!words.length) return answer;
    const keyOf = ({ facet, name }) => `${facet}${name}`;
    let names = new Map(terms.range(words.at(-1)).flatMap(record => record.names).map(name => [keyOf(name), name]));
    for (const word of words.slice(0, -1)) {
      const own = new Set((terms.word(word)?.names ?? []).map(keyOf));
      names = new Map([...names].filter(([key]) => own.has(key)));
    }
    ['speakers', 'tags', 'events'].forEach((list, i) => {
      answer[list] = [...names.values()].filter(({ facet, name }) => facet === i && name)
        .sort((a, b) => b.count - a.count || (a.name < b.name ? -1 : 1)).slice(0, limit).map(({ name, count }) => ({ name, talks: count }));
    });
    if (words.at(-1).length > 1 && start < typed.length) {
      answer.completions = terms.beginning(words.at(-1), limit).filter(({ word }) => [...word].every(isLetterOrDigit))
        .map(({ word }) => typed.slice(0, start) + word);
    }
    if (talks) answer.talks = await suggestTalks(terms, typed, limit);
    return answer;
  });
}

async function suggestTalks(terms, typed, limit) {
  const plan = new Planner(terms, parse(typed), numbers.Suggester.SuggestionFields, 'prefix');
  if (terms.wanted.size) throw missing;
  const { hits } = await collect(terms, plan, { filters: [], sort: null, facets: false, isSuggestion: true });
  const shown = hits.slice(0, limit);
  shown.forEach(({ doc }) => terms.want(fragmentOf(doc)));
  if (terms.wanted.size) throw missing;
  const highlights = highlightsOf(plan.positive);
  return shown.map(({ doc }) => {
    const { id, topic, speakers, event, date, url } = talkOf(doc);
    return { id, topic_runs: flagged(topic, highlights, TOPIC), speakers, event, date, url };
  });
}

