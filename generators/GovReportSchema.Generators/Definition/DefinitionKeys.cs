namespace GovReportSchema.Generators.Definition;

/// <summary>
/// The keys of the language, by the mapping in which they stand. The one list: readers refuse what is not in it, and the JSON
/// Schema for editors and the language's own page are held to it by tests.
/// </summary>
internal static class DefinitionKeys
{
    public static readonly string[] Label = ["zh", "en"];

    public static readonly string[] Definition =
        ["format", "type", "extends", "namespace", "title", "source", "years", "header", "sections", "rules"];

    public static readonly string[] Source = ["number", "title", "date"];
    public static readonly string[] HeaderText = [.. Label, "kind", "choices", "min", "max", "blank"];
    public static readonly string[] Narrative = [.. Label, "kind", "blank"];
    public static readonly string[] Table = [.. Label, "kind", "columns", "rows", "blocks", "cells", "rules"];
    public static readonly string[] Block = [.. Label, "columns", "rows"];

    /// <summary>What cells hold: of the whole table, or of one row or column.</summary>
    public static readonly string[] Cells = ["kind", "unit", "scale", "choices", "min", "max", "maxLength", "blank"];

    /// <summary>One of the choices of a cell.</summary>
    public static readonly string[] Choice = Label;

    /// <summary>How a row repeats: the member that names an entry, its label, and how many entries there are.</summary>
    public static readonly string[] Repeat = ["key", .. Label, "min", "max"];

    public static readonly string[] Row = [.. Label, "rows", "heading", "total", "ofWhich", "repeat", .. Cells];
    public static readonly string[] Column = [.. Label, "columns", "heading", "total", "ofWhich", .. Cells];
    public static readonly string[] Rule = ["message", "severity", "source", "tolerance", "each", "holds", "when", "at"];

    /// <summary>Of whatever is a member by name, in a definition that extends another.</summary>
    public static readonly string[] Placing = ["after", "before", "drop"];

    /// <summary>Whether a key stands in some mapping of the language.</summary>
    public static bool IsAny(string key) => Definition.Contains(key) || Source.Contains(key) || Table.Contains(key) || Row.Contains(key)
        || Column.Contains(key) || Repeat.Contains(key) || Rule.Contains(key) || Placing.Contains(key);
}
