namespace SearchNotes.Cli.Help;

/// <summary>A shell that completes command lines.</summary>
/// <param name="Name">The name on the command line.</param>
/// <param name="Start">Instructions for loading the script at every start of the shell.</param>
/// <param name="Script">The script. It asks the program itself for the words, so it never has to be renewed.</param>
internal sealed record Shell(string Name, string Start, string Script)
{
    /// <summary>All shells.</summary>
    public static IReadOnlyList<Shell> All { get; } =
    [
        new("bash", "source <(searchnotes completion bash)", """
            # Where the program knows no words, bash completes file names.
            _searchnotes() {
              local IFS=$'\n'
              COMPREPLY=($(compgen -W "$(searchnotes "[suggest:$COMP_POINT]" "$COMP_LINE" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
            }
            complete -o bashdefault -o default -F _searchnotes searchnotes
            """),
        new("zsh", "source <(searchnotes completion zsh)", """
            #compdef searchnotes
            _searchnotes() {
              local -a words_found
              words_found=("${(@f)$(searchnotes "[suggest:$CURSOR]" "$BUFFER" 2>/dev/null)}")
              words_found=("${(@)words_found:#}")
              if (( ${#words_found} )); then
                compadd -- "${words_found[@]}"
              else
                _files
              fi
            }
            compdef _searchnotes searchnotes
            """),
        new("fish", "searchnotes completion fish | source", """
            function __searchnotes_words
              set -l line (commandline -cp)
              searchnotes "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
            end
            complete -c searchnotes -a "(__searchnotes_words)"
            """),
        new("powershell", "searchnotes completion powershell | Out-String | Invoke-Expression", """
            Register-ArgumentCompleter -Native -CommandName searchnotes -ScriptBlock {
              param($word, $line, $position)
              searchnotes "[suggest:$position]" "$line" | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
              }
            }
            """),
    ];
}
