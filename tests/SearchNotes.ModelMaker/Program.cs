using SearchNotes.ModelMaker;

if (args is not [var target])
{
    Console.Error.WriteLine("usage: dotnet run --project tests/SearchNotes.ModelMaker -p:Semantic=true -- FILE");
    return 2;
}
if (!File.Exists(SourcePackage.Assembly))
{
    Console.Error.WriteLine($"There is no {SourcePackage.Assembly}: run this with -p:Semantic=true, which restores its package.");
    return 2;
}

Console.WriteLine($"{target}: {new FileInfo(ModelMaker.Make(target)).Length:N0} bytes");
return 0;
