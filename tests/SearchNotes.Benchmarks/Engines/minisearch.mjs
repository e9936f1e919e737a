// MiniSearch in node, by the rule of IEngine. Run in a folder whose node_modules holds it:
//   node minisearch.mjs DOCS.jsonl QUERIES.tsv PASSES        prints the figures as one line of JSON
import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'

const [docsFile, queriesFile, passes] = process.argv.slice(2)
const library = createRequire(process.cwd() + '/any.js')('minisearch')
const MiniSearch = library.default ?? library
const lines = file => readFileSync(file, 'utf8').split('\n').filter(line => line !== '')

const talks = lines(docsFile).map(line => JSON.parse(line))
  .map(talk => ({ id: talk.id, title: talk.title, speakers: talk.speakers.join(', '), topics: talk.topics.join(', '), body: talk.body }))
const filling = performance.now()
const index = new MiniSearch({
  fields: ['title', 'speakers', 'topics', 'body'],
  storeFields: ['title', 'speakers'],
  searchOptions: { boost: { title: 4, speakers: 3, topics: 2, body: 1 }, combineWith: 'AND' },
})
index.addAll(talks)
const filled = (performance.now() - filling) / 1000

// All words must match; where nothing is found, once more with typos allowed.
function search (text, isTyping) {
  const words = text.replaceAll('"', ' ').trim()
  const exact = index.search(words, isTyping ? { prefix: (term, i, terms) => i === terms.length - 1 } : {})
  const found = exact.length > 0 || isTyping ? exact : index.search(words, { fuzzy: 0.2 })
  return found.slice(0, 10).map(hit => hit.id)
}

const queries = lines(queriesFile).map(line => line.split('\t'))
const times = []
const known = queries.filter(query => query[2])
let found = []
for (let pass = -1; pass < Number(passes); pass++) {
  found = []
  for (const [kind, text, right] of queries) {
    const started = process.cpuUsage()
    const ids = search(text, kind === 'prefix')
    const used = process.cpuUsage(started)
    if (pass >= 0) times.push({ kind, ms: (used.user + used.system) / 1000 })
    if (right && ids.includes(right)) found.push(kind)
  }
}

const percentile = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
const figures = some => {
  const sorted = some.map(time => time.ms).sort((a, b) => a - b)
  return { P50: percentile(sorted, 0.5), P95: percentile(sorted, 0.95), P99: percentile(sorted, 0.99) }
}
const share = (part, whole) => whole.length === 0 ? 0 : part.length / whole.length
console.log(JSON.stringify({
  ...figures(times),
  Qps: 1000 * times.length / times.reduce((sum, time) => sum + time.ms, 0),
  Found10: share(found, known),
  FoundTypos: share(found.filter(kind => kind === 'typo'), known.filter(query => query[0] === 'typo')),
  KilobytesPerQuery: 0,
  Megabytes: process.memoryUsage.rss() / 1048576,
  FillSeconds: filled,
  Classes: Object.fromEntries([...new Set(queries.map(query => query[0]))].map(kind => [kind, figures(times.filter(time => time.kind === kind))])),
}))
