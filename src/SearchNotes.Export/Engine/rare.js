// What few queries need of the engine of SearchNotes: words of which a word may be a typo or a part, and words that a question is expanded
// by. Served as you read it, and loaded with the first such query. See engine.js, answer.js and docs/static-format.md.

import { Resolver, Scorer, fragmentOf, talkOf } from './answer.js';
import {
  Numbers, allowedEdits, breathe, distance, entry, idf, isStopWord, lettersOf, missing, nameAt, numbers, sum, textAfter, tokenize,
} from './engine.js';

// --- Typos: Querying/Matching.

/** The words of a list, with their counts. */
function wordsIn(list) {
  if (list.words) return list.words;
  const [count, letters, coded, words] = [list.number(), lettersOf(list), new Numbers(list), []];
  for (let word = ''; words.length < count;) {
    word = textAfter(word, coded, 0, letters);
    words.push({ word, count: coded.number(2) + 1 });
  }
  return list.words = words;
}

const wordsWith = (list, letter) => list ? wordsIn(list).filter(({ word }) => word[0] === letter) : [];

const best = (words, limit, first) => words
  .sort((a, b) => a.edits - b.edits || (a.word[0] !== first) - (b.word[0] !== first) || b.count - a.count).slice(0, limit);

/** Words of which a word may be a typo, nearest first, from those with its first letter and others. */
export function near(terms, list, word, limit) {
  const edits = allowedEdits(word.length);
  const found = wordsWith(list, word[0]).map(other => ({ ...other, edits: distance(word, other.word, edits) }))
    .filter(other => other.edits && other.edits <= edits);
  found.push(...otherFirst(terms, word, best(found, limit)));
  return best(found, limit, word[0]);
}

/** Words of whose beginning a word may be a typo. */
export const beginningNear = (terms, list, typed, limit) => best(wordsWith(list, typed[0]).filter(({ word }) => word.length >= typed.length)
  .map(other => ({ ...other, edits: distance(typed, other.word, 1, true) })).filter(({ edits }) => edits <= 1), limit);

/** Words that differ in the first letter: another one, none, one more, or swapped with the second. */
function otherFirst(terms, word, near) {
  const rest = word.slice(1);
  const known = terms.together([rest, word].map(tail => () => withLetters(terms, tail)));
  const others = [...new Set([...known.flat(), rest, word[1] + word[0] + word.slice(2)])].filter(other => other !== word);
  // What is near otherwise comes in the same round.
  const counts = terms.together([...others, ...near.map(({ word }) => word)].map(other => () => terms.count(other)));
  return others.map((other, i) => ({ word: other, count: counts[i], edits: 1 })).filter(({ count }) => count);
}

/** Words that consist of a letter and a text, and others with the same hash. */
function withLetters(terms, text) {
  let hash = 2166136261;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 16777619);
  const [short, lists] = [hash >>> 12, entry.firstLetters.length / 8];
  const [list, start] = [Math.floor(short * lists / 2 ** 20), 2 ** 20 / lists];
  const letters = lettersIn(terms.need(`${nameAt(entry.firstLetters, list)}.r`));
  return [...letters.get(short - list * start) ?? ''].map(letter => letter + text);
}

/** First letters by the hash of what follows, less the least hash of the list. */
function lettersIn(reader) {
  if (reader.letters) return reader.letters;
  const [letters, count] = [reader.text(), reader.number()];
  const coded = new Numbers(reader);
  const found = reader.letters = new Map();
  for (let i = 0, hash = 0; i < count; i++) {
    hash += coded.number(0);
    const letter = letters[coded.number(1)];
    found.set(hash, (found.get(hash) ?? '') + letter);
  }
  return found;
}

/** Words that contain a word, or have most groups of three letters in common with it. */
export function addInner(resolver, lists, word, term) {
  const { MinSimilarity, MaxInnerTerms } = numbers.Ranking;
  const words = lists.flatMap(wordsIn).map(({ word, count }) => ({ word, count, edits: 0 }));
  const outer = best(words.filter(({ word }) => word.length > term.length && word.includes(term)), MaxInnerTerms);
  const inner = resolver.find(outer.map(({ word }) => word), 1, word.fields);
  resolver.add(word, numbers.MatchKind.Inner, inner);
  if (inner.length) return;
  const own = new Set(Array.from({ length: term.length - 1 }, (_, i) => term.slice(Math.max(0, i - 1), i + 2)));
  const similar = words.map(other => ({ ...other, similarity: similarityOf(own, other.word, MinSimilarity) }))
    .filter(({ similarity }) => similarity >= MinSimilarity)
    .sort((a, b) => b.similarity - a.similarity || b.count - a.count || (a.word < b.word ? -1 : 1)).slice(0, MaxInnerTerms);
  resolver.add(word, numbers.MatchKind.Part, resolver.find(similar.map(({ word }) => word), 1, word.fields));
}

/** The share of groups of three letters, the beginning included, that a word has in common with another. */
function similarityOf(trigrams, word, least) {
  const most = Math.max(trigrams.size, word.length - 1);
  if (Math.min(trigrams.size, word.length - 1) < least * most) return 0;
  let common = 0;
  for (let i = 1; i < word.length; i++) if (trigrams.has(word.slice(Math.max(0, i - 2), i + 1))) common++;
  return common / most;
}

// --- Questions: Scoring/Feedback.

/** Expands a question with words from its best answers. */
export async function raise(terms, plan, scores, best) {
  const { FeedbackTalks, FeedbackTerms, FeedbackHolders, FeedbackShare } = numbers.Ranking;
  const models = best.slice(0, FeedbackTalks);
  const all = Math.fround(sum(models, ({ score }) => score));
  if (all <= 0) return;
  models.forEach(({ doc }) => terms.want(fragmentOf(doc)));
  const counts = new Map(terms.allLists().flatMap(wordsIn).map(({ word, count }) => [word, count]));

  const weights = new Map();
  for (const { doc, score } of models) {
    await breathe();
    const { counted, length } = termsOf(talkOf(doc));
    for (const [term, count] of counted) {
      const known = weights.get(term) ?? weights.set(term, { weight: 0, holders: 0 }).get(term);
      known.weight = Math.fround(known.weight + Math.fround(Math.fround(Math.fround(score / all) * count) / length));
      known.holders++;
    }
  }
  const learnt = [...weights].filter(([term, { holders }]) => holders >= FeedbackHolders && term.length > 2 && !isStopWord(term))
    .map(([term, { weight }]) => ({ term, weight: Math.fround(weight * idf(counts.get(term) ?? 0)) }))
    .sort((a, b) => b.weight - a.weight || (a.term < b.term ? -1 : 1)).slice(0, FeedbackTerms);
  const whole = sum(learnt, ({ weight }) => weight);

  const [resolver, scorer] = [new Resolver(terms), new Scorer(terms)];
  terms.hasPositions = false; // Single words need none.
  const words = learnt.map(({ term, weight }) => {
    try {
      const word = resolver.resolve(term, numbers.FieldSet.Default, 'word');
      return word && { ...word, bit: 0, weight: FeedbackShare * plan.root.weight * weight / whole };
    } catch (fault) {
      if (fault !== missing) throw fault;
      return null;
    }
  });
  if (terms.wanted.size) throw missing;
  for (const word of words.filter(Boolean)) {
    const own = await scorer.score({ type: 'word', word });
    own.docs.forEach(doc => scores.values[doc] > 0 && (scores.values[doc] += own.values[doc]));
  }
}

/** The terms of a talk's topic and of the first part of its text, with their counts. */
function termsOf({ topic, passages }) {
  const counted = new Map();
  let length = 0;
  let left = numbers.Feedback.MaxCharacters;
  for (const text of [topic, ...passages.filter(([kind]) => kind !== 3).map(([, , text]) => text)]) {
    if (text !== topic && (left -= text.length) < 0) break;
    for (const { term } of tokenize(text)) {
      counted.set(term, (counted.get(term) ?? 0) + 1);
      length++;
    }
  }
  return { counted, length };
}
