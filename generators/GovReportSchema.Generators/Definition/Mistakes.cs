using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators.Definition;

/// <summary>The mistakes found in one definition.</summary>
internal sealed class Mistakes(string path)
{
    /// <summary>Above what anybody would read; it bounds the output on a file that is no definition at all.</summary>
    public const int Most = 500;

    private readonly List<DiagnosticInfo> _found = [];
    private readonly List<DiagnosticInfo> _notes = [];
    private TextRange? _ignored;
    private bool _isFull;

    public bool Any => _found.Count > 0;

    public void Report(DiagnosticDescriptor descriptor, TextRange at, params string[] arguments)
    {
        if (at.Equals(_ignored))
        {
            return;
        }

        if (_found.Count < Most)
        {
            _found.Add(new DiagnosticInfo(descriptor, Locate(at), arguments.ToEquatableArray()));
        }
        else
        {
            _isFull = true;
        }
    }

    /// <summary>Ignores from here on what is reported at a place.</summary>
    public void Ignore(TextRange at) => _ignored = at;

    /// <summary>Reports what is no mistake, but may not be what was meant; the definition is generated all the same.</summary>
    public void Note(DiagnosticDescriptor descriptor, TextRange at, params string[] arguments)
    {
        if (_notes.Count < Most)
        {
            _notes.Add(new DiagnosticInfo(descriptor, Locate(at), arguments.ToEquatableArray()));
        }
    }

    public EquatableArray<DiagnosticInfo> Notes => _notes.OrderBy(note => note.Location!.Range.Start).ToEquatableArray();

    /// <summary>The ending of a message: <c>, did you mean 'x'?</c>, or nothing where no name is near.</summary>
    public string Suggest(string name, IEnumerable<string> candidates) =>
        // The search is the one costly part of a mistake, and nobody sees it once the list is full.
        _found.Count < Most && Nearest.Find(name, candidates) is { } nearest ? $", did you mean '{nearest}'?" : "";

    public LocationInfo Locate(TextRange at) => new(path, at);

    /// <summary>In the order of the text.</summary>
    public EquatableArray<DiagnosticInfo> ToEquatableArray()
    {
        var ordered = _found.OrderBy(mistake => mistake.Location!.Range.Start).ToList();
        if (_isFull)
        {
            ordered.Add(new DiagnosticInfo(
                DiagnosticDescriptors.TooManyMistakes,
                Locate(TextRange.FileStart),
                new[] { Invariant.Text(Most) }.ToEquatableArray()));
        }

        return ordered.ToEquatableArray();
    }
}
