using System.Globalization;
using SearchNotes.Talks.Model;
using SearchNotes.Training;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["links", _, _, ..])
    return LinkMeasurement.Print(args[1..]);
if (args.Length < 3 || args[0] is not ("train" or "folds" or "curve"))
{
    Console.Error.WriteLine(
        "usage: train POSTS MODEL LABELS...   cross-validation, its tables, then a model of all posts\n       folds POSTS LABELS...         the tables alone\n       curve POSTS LABELS...         F1 over folds for shares of the repositories\n       links POSTS SITE ...          links to pages and headings of built blogs that exist");
    return 2;
}

var trains = args[0] == "train";
var examples = new List<Example>();
var seen = new HashSet<string>(StringComparer.Ordinal);
foreach (var labels in args[(trains ? 3 : 2)..])
    examples.AddRange(LabelledData.Read(labels, args[1]).Where(e => seen.Add($"{e.Repo} {e.Candidates.Outline.Post.Path}")));
examples.AddRange(LabelledData.ReadOwn());
Console.Error.WriteLine($"{examples.Count} posts, {examples.Select(e => e.Repo).Distinct().Count()} repositories");
var words = new CountedWords(examples);
if (args[0] == "curve")
{
    foreach (var share in (double[])[0.25, 0.5, 1])
        Report.Print(CrossValidation.Run(words, examples, share), DecoderNumbers.Default, $"{share:0 %} of the repositories");
    return 0;
}

var judged = CrossValidation.Run(words, examples, share: 1);
Report.Print(judged, DecoderNumbers.Default, "numbers to begin with");
var numbers = Report.Search(judged);
if (trains)
    ModelFile.Write(args[2], Fitted.Of(words, examples), numbers);
return 0;
