namespace GovReportSchema.Json;

/// <summary>What a JSON member of a submission is.</summary>
internal enum JsonNodeKind : byte
{
    Object,

    /// <summary>A row that repeats: an array, whose members are its entries.</summary>
    Array,
    Cell,

    /// <summary>A cell whose value stands in quotes: a date, a choice, a text.</summary>
    QuotedCell,
    Text,
    Year,
    Format,
}

/// <summary>A member of a submission: its name and what it holds.</summary>
/// <param name="Name">The name in UTF-8, unescaped.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Index">Of a cell, text or array, its place among the cells, texts or repeating rows; else 0.</param>
/// <param name="Parent">The object or array that it is a member of; -1 for the root.</param>
/// <param name="FirstChild">Of an object or array, its first member; its members lie in one run.</param>
/// <param name="ChildCount">Of an object or array, how many members it has.</param>
/// <param name="Labels">The labels that lead to it.</param>
internal readonly record struct JsonNode(
    byte[] Name, JsonNodeKind Kind, int Index, int Parent, int FirstChild, int ChildCount, LabelPath Labels);

/// <summary>An object as the short cuts of the general path see it: little enough that the objects of a form stay in the machine's cache.</summary>
/// <param name="Names">The names of its members; null where there are none, or a plain search has to do.</param>
/// <param name="FirstMember">Its first member.</param>
/// <param name="MemberCount">How many members it has.</param>
internal readonly record struct PlainObject(NameTable? Names, int FirstMember, int MemberCount);
