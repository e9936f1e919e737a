// Lucene for Java, by the rule of IEngine: four analysed fields, a query of them all, passages of the ten best with marks.
//   java -cp JARS JavaLucene fill TALKS.tsv INDEX THREADS
//   java -cp JARS JavaLucene query INDEX QUERIES.tsv PASSES      prints the figures as one line of JSON
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.MMapDirectory;

public final class JavaLucene {
    private static final String[] FIELDS = {"title", "speakers", "topics", "body"};
    private static final float[] BOOSTS = {4, 3, 2, 1};

    /** Standard words, stemmed, none left out. */
    private final Analyzer analyzer = new EnglishAnalyzer(CharArraySet.EMPTY_SET);
    private IndexSearcher searcher;
    private UnifiedHighlighter highlighter;

    public static void main(String[] args) throws Exception {
        if (args[0].equals("fill"))
            new JavaLucene().fill(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
        else
            new JavaLucene().query(Path.of(args[1]), Path.of(args[2]), Integer.parseInt(args[3]));
    }

    private void fill(Path talks, Path index, int threads) throws Exception {
        var config = new IndexWriterConfig(analyzer).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setRAMBufferSizeMB(64);
        var body = new FieldType(TextField.TYPE_STORED);
        body.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        try (var writer = new IndexWriter(new MMapDirectory(index), config); var lines = Files.newBufferedReader(talks)) {
            var pool = Executors.newFixedThreadPool(threads);
            Callable<Void> work = () -> {
                for (String line; (line = next(lines)) != null;) {
                    var values = line.split("\t", -1);
                    var document = new Document();
                    document.add(new StringField("id", values[0], Field.Store.YES));
                    for (var i = 0; i < 3; i++)
                        document.add(new TextField(FIELDS[i], values[i + 1], Field.Store.YES));
                    document.add(new Field("body", values[4], body));
                    writer.addDocument(document);
                }
                return null;
            };
            for (var done : pool.invokeAll(java.util.Collections.nCopies(threads, work)))
                done.get();
            pool.shutdown();
            writer.commit();
        }
    }

    private static String next(java.io.BufferedReader lines) throws IOException {
        synchronized (lines) {
            return lines.readLine();
        }
    }

    private void query(Path index, Path file, int passes) throws IOException {
        searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(index)));
        highlighter = new UnifiedHighlighter(searcher, analyzer);
        var queries = Files.readAllLines(file, StandardCharsets.UTF_8).stream().map(line -> line.split("\t", -1)).collect(Collectors.toList());
        var threads = ManagementFactory.getThreadMXBean();
        var times = new LinkedHashMap<String, List<Double>>();
        var found = new ArrayList<String>();
        for (var pass = -2; pass < passes; pass++) {
            found.clear();
            for (var query : queries) {
                var started = threads.getCurrentThreadCpuTime();
                var ids = search(query[1], query[0].equals("prefix"));
                if (pass >= 0)
                    times.computeIfAbsent(query[0], name -> new ArrayList<>()).add((threads.getCurrentThreadCpuTime() - started) / 1e6);
                if (!query[2].isEmpty() && ids.contains(query[2]))
                    found.add(query[0]);
            }
        }

        var all = times.values().stream().flatMap(List::stream).collect(Collectors.toList());
        var known = queries.stream().filter(query -> !query[2].isEmpty()).map(query -> query[0]).collect(Collectors.toList());
        System.out.println("{" + percentiles(all)
            + number("Qps", 1000 * all.size() / all.stream().mapToDouble(time -> time).sum())
            + number("Found10", (double) found.size() / Math.max(1, known.size()))
            + number("FoundTypos", (double) count(found, "typo") / Math.max(1, count(known, "typo")))
            + number("KilobytesPerQuery", 0) + number("Megabytes", 0) + number("FillSeconds", 0)
            + ",\"Classes\":{" + times.entrySet().stream().map(entry -> "\"" + entry.getKey() + "\":{" + percentiles(entry.getValue()) + "}")
                .collect(Collectors.joining(",")) + "}}");
    }

    /** All words must match; where nothing is found, once more with typos allowed. */
    private List<String> search(String text, boolean isTyping) throws IOException {
        var parts = parts(text);
        var found = best(parts, isTyping, false);
        return found.isEmpty() && !isTyping ? best(parts, false, true) : found;
    }

    private List<String> best(List<List<String>> parts, boolean isTyping, boolean mayBeTypo) throws IOException {
        var all = new BooleanQuery.Builder();
        for (var i = 0; i < parts.size(); i++)
            all.add(anyField(parts.get(i), isTyping && i == parts.size() - 1, mayBeTypo), BooleanClause.Occur.MUST);
        var query = all.build();
        TopDocs top = searcher.search(query, 10);
        if (top.scoreDocs.length > 0)
            highlighter.highlightFields(new String[] {"title", "body"}, query, top, new int[] {1, 3});
        var ids = new ArrayList<String>();
        for (ScoreDoc hit : top.scoreDocs)
            ids.add(searcher.doc(hit.doc).get("id"));
        return ids;
    }

    private Query anyField(List<String> words, boolean isTyping, boolean mayBeTypo) throws IOException {
        var any = new ArrayList<Query>();
        for (var i = 0; i < FIELDS.length; i++) {
            var query = isTyping ? new PrefixQuery(new Term(FIELDS[i], words.get(words.size() - 1).toLowerCase(Locale.ROOT)))
                : words(FIELDS[i], String.join(" ", words), mayBeTypo);
            any.add(new BoostQuery(query, BOOSTS[i]));
        }
        return new DisjunctionMaxQuery(any, 0.1f);
    }

    private Query words(String field, String text, boolean mayBeTypo) throws IOException {
        var terms = new ArrayList<Term>();
        try (TokenStream stream = analyzer.tokenStream(field, text)) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken())
                terms.add(new Term(field, term.toString()));
            stream.end();
        }
        if (terms.size() == 1)
            return mayBeTypo ? new FuzzyQuery(terms.get(0)) : new TermQuery(terms.get(0));
        var phrase = new PhraseQuery.Builder();
        terms.forEach(phrase::add);
        return phrase.build();
    }

    /** As QueryParts. */
    private static List<List<String>> parts(String query) {
        var parts = new ArrayList<List<String>>();
        var quoted = query.split("\"", -1);
        for (var i = 0; i < quoted.length; i++) {
            for (var piece : i % 2 == 1 ? new String[] {quoted[i]} : quoted[i].split(" ")) {
                var words = Arrays.stream(piece.split("[^\\p{L}\\p{Nd}_]+")).filter(word -> !word.isEmpty()).collect(Collectors.toList());
                if (!words.isEmpty())
                    parts.add(words);
            }
        }
        return parts;
    }

    private static long count(List<String> names, String name) {
        return names.stream().filter(name::equals).count();
    }

    private static String percentiles(List<Double> times) {
        var sorted = times.stream().sorted().collect(Collectors.toList());
        return Map.of("P50", 0.5, "P95", 0.95, "P99", 0.99).entrySet().stream()
            .map(share -> "\"" + share.getKey() + "\":" + sorted.get((int) Math.min(sorted.size() - 1, sorted.size() * share.getValue())))
            .collect(Collectors.joining(","));
    }

    private static String number(String name, double value) {
        return ",\"" + name + "\":" + value;
    }
}
