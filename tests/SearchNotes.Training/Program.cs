using System.Globalization;
using SearchNotes.Talks.Model;
using SearchNotes.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["links", _, _, ..])
    return LinkMeasurement.Print(args[1..]);
var first = args.FirstOrDefault() switch { "train" or "numbers" => 4, "folds" or "decode" => 3, "curve" => 2, _ => int.MaxValue };
if (args.Length <= first)
{
    Console.Error.WriteLine("""
        usage: folds POSTS JUDGED LABELS...        reads every post by a model that has not seen its repository, prints the tables, and
                                                   keeps in JUDGED what was thought of each post
               decode POSTS JUDGED LABELS...       the tables of what was kept, with decoder and chances chosen again
               numbers POSTS JUDGED MODEL LABELS...  the same, and writes the numbers of the decoder into a model
               train POSTS JUDGED MODEL LABELS...  the same, then learns from all posts and writes the model
               curve POSTS LABELS...               F1 over folds for shares of the repositories
               links POSTS SITE...                 links to pages and headings of built blogs that exist
        """);
    return 2;
}

var examples = new List<Example>();
var seen = new HashSet<string>(StringComparer.Ordinal);
foreach (var labels in args[first..])
    examples.AddRange(LabelledData.Read(labels, args[1]).Where(e => seen.Add($"{e.Repo} {e.Path}")));
examples.AddRange(LabelledData.ReadOwn());
Console.Error.WriteLine($"{examples.Count} posts, {examples.Select(e => e.Repo).Distinct().Count()} repositories");
var copies = Copies.Of(examples);
List<Example> learned = args[0] is "decode" or "numbers" ? [] : [.. examples, .. copies];
var words = new CountedWords(args[0] is "decode" or "numbers" ? [] : examples);
if (args[0] == "curve")
{
    foreach (var share in (double[])[0.25, 0.5, 1])
    {
        Report.Print(BlogOpinions.Heard(CrossValidation.Run(words, learned, share)), SplitModel.Own.Numbers,
            $"{share:0 %} of the repositories");
    }
    return 0;
}

if (args[0] == "folds")
    JudgedFile.Write(args[2], CrossValidation.Run(words, learned, share: 1));
if (args[0] == "train")
    ModelFile.Write(args[3], Fitted.Of(words, learned), DecoderNumbers.Default);
var numbers = NumberSearch.Of(BlogOpinions.Heard(JudgedFile.Read(args[2], [.. examples, .. copies])));
if (first == 4)
    ModelFile.Replace(args[3], numbers);
return 0;
