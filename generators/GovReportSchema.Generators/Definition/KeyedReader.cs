using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition;

/// <summary>Reads the keys of one mapping and reports what is missing, unknown or of the wrong shape.</summary>
/// <param name="what">The mapping in the words of a message: <c>the section 'applications'</c>.</param>
/// <param name="at">Where a missing key is reported: the key that names the mapping.</param>
internal sealed class KeyedReader(MappingNode node, string what, TextRange at, Mistakes mistakes)
{
    private static readonly LabelModel NoLabel = new("", "");

    public string What { get; } = what;

    public TextRange At { get; } = at;

    public Mistakes Mistakes { get; } = mistakes;

    public IReadOnlyList<MappingEntry> Entries => node.Entries;

    /// <summary>Opens the mapping under a key; null, and a mistake, where it is none.</summary>
    public static KeyedReader? Open(MappingEntry entry, string what, string example, Mistakes mistakes)
    {
        if (entry.Value is MappingNode mapping)
        {
            return new KeyedReader(mapping, what, entry.Key.Range, mistakes);
        }

        mistakes.Report(
            DiagnosticDescriptors.ExpectedMapping,
            entry.Value is ScalarNode { Value: "" } ? entry.Key.Range : entry.Value.Range,
            Upper(what), entry.Value.Description, example);
        return null;
    }

    public bool Has(string key) => node.Find(key) is not null;

    public MappingEntry? Find(string key) => node.Find(key);

    /// <summary>Reports each key that is not one of these.</summary>
    public void Refuse(IReadOnlyList<string> known)
    {
        var missing = known.Where(key => !Has(key)).ToList();
        foreach (var entry in node.Entries)
        {
            if (DefinitionKeys.Placing.Contains(entry.Key.Value))
            {
                Mistakes.Report(
                    DiagnosticDescriptors.DoesNotGo, entry.Key.Range,
                    entry.Key.Value, What, "it places or drops what a definition inherits by 'extends'");
            }
            else if (!known.Contains(entry.Key.Value))
            {
                Mistakes.Report(
                    DiagnosticDescriptors.UnknownKey, entry.Key.Range,
                    Shown.Text(entry.Key.Value), What, Shown.Choice(known), Guess(entry, known, missing));
            }
        }
    }

    /// <summary>What was probably meant by an unknown key.</summary>
    private string Guess(MappingEntry entry, IReadOnlyList<string> known, List<string> missing)
    {
        var key = entry.Key.Value;
        return WithoutSpace(key) is { } name && missing.Contains(name) ? $", did you mean '{name}: {Shown.Text(key.Substring(name.Length + 1))}', with a space after the colon?"
            : key.StartsWith("//", StringComparison.Ordinal) ? "; a comment begins with '#'"
            : Mistakes.Suggest(key, missing) is { Length: > 0 } suggestion ? suggestion
            : Mistakes.Suggest(key, known) is { Length: > 0 } twice ? twice
            : !entry.HasColon ? "; a value that has a comma in it needs quotes"
            : "";
    }

    /// <summary>Whether a key that is not there stands there under another name, which is reported as such.</summary>
    public bool IsMisspelt(string key) => !Has(key) && node.Entries.Exists(entry =>
        !DefinitionKeys.IsAny(entry.Key.Value) && (WithoutSpace(entry.Key.Value) == key || Nearest.Find(entry.Key.Value, [key]) is not null));

    private static string? WithoutSpace(string key) => key.IndexOfAny([':', '：']) is var colon && colon > 0 ? key.Substring(0, colon) : null;

    public MappingEntry? Required(string key)
    {
        var entry = node.Find(key);
        if (entry is null && !IsMisspelt(key))
        {
            ReportMissing($"'{key}'");
        }

        return entry;
    }

    public void ReportMissing(string missing) => Mistakes.Report(
        DiagnosticDescriptors.MissingKey, At,
        Upper(What), missing, node.Addition is { } added && Mistakes.Suggest(added.Name, added.Beside) is { Length: > 0 } suggestion
            ? $"; nothing of that name is inherited{suggestion}" : "");

    /// <summary>The text under a key; null where there is none, or none that can be used.</summary>
    public ScalarNode? Text(string key, bool isRequired = false)
    {
        var entry = isRequired ? Required(key) : node.Find(key);
        switch (entry?.Value)
        {
            case null:
                return null;
            case ScalarNode scalar when scalar.Value.Trim().Length > 0:
                return scalar;
            case ScalarNode:
                Mistakes.Report(DiagnosticDescriptors.EmptyText, entry.Key.Range, key, What);
                return null;
            default:
                Mistakes.Report(DiagnosticDescriptors.ExpectedText, entry.Value.Range, key, What, entry.Value.Description);
                return null;
        }
    }

    /// <summary>The label that stands in this mapping itself, as <c>zh</c> and <c>en</c>.</summary>
    public LabelModel OwnLabel()
    {
        var isThere = DefinitionKeys.Label.Any(key => Has(key) || IsMisspelt(key));
        if (!isThere)
        {
            ReportMissing("'zh' and 'en', its label");
        }

        var (zh, en) = (Text("zh", isThere), Text("en", isThere));
        return new LabelModel(zh?.Value ?? "", en?.Value ?? "");
    }

    /// <summary>A label under a key of its own; null where the key is not there.</summary>
    public LabelModel? Label(string key, bool isRequired = false)
    {
        var entry = isRequired ? Required(key) : node.Find(key);
        if (entry is null)
        {
            return null;
        }

        if (Open(entry, $"the {key} of {What}", "{ zh: 总计, en: Total }", Mistakes) is not { } reader)
        {
            return NoLabel;
        }

        reader.Refuse(DefinitionKeys.Label);
        return reader.OwnLabel();
    }

    public T Choice<T>(string key, T fallback, params (string Name, T Value)[] choices)
    {
        if (Text(key) is not { } text)
        {
            return fallback;
        }

        foreach (var (name, value) in choices)
        {
            if (name == text.Value)
            {
                return value;
            }
        }

        var names = choices.Select(choice => choice.Name).ToList();
        Mistakes.Report(
            DiagnosticDescriptors.UnknownChoice, text.Range,
            Shown.Text(text.Value), key, Shown.Choice(names), Mistakes.Suggest(text.Value, names));
        return fallback;
    }

    public bool Flag(string key) => Choice(key, false, ("true", true), ("false", false));

    public BlankPolicy Blank(BlankPolicy fallback = BlankPolicy.Warning) => Choice(
        "blank", fallback,
        ("warning", BlankPolicy.Warning), ("allowed", BlankPolicy.Allowed), ("error", BlankPolicy.Error));

    private static string Upper(string text) => char.ToUpperInvariant(text[0]) + text.Substring(1);
}
