namespace GovReportSchema.Generators.Definition;

/// <summary>Words by which people who know other languages and tools call what this language calls otherwise.</summary>
internal static class OtherWords
{
    private static readonly Dictionary<string, string[]> s_meant = new(StringComparer.OrdinalIgnoreCase)
    {
        // Keys
        ["cn"] = ["zh"],
        ["chinese"] = ["zh"],
        ["中文"] = ["zh"],
        ["english"] = ["en"],
        ["英文"] = ["en"],
        ["base"] = ["extends"],
        ["inherits"] = ["extends"],
        ["parent"] = ["extends"],
        ["id"] = ["format"],
        ["class"] = ["type"],
        ["children"] = ["rows", "columns"],
        ["items"] = ["rows", "columns"],
        ["decimals"] = ["scale"],
        ["digits"] = ["scale"],
        ["precision"] = ["scale"],
        ["minimum"] = ["min"],
        ["maximum"] = ["max"],
        ["length"] = ["maxLength"],
        ["options"] = ["choices"],
        ["values"] = ["choices"],
        ["required"] = ["blank"],
        ["nullable"] = ["blank"],
        ["optional"] = ["blank"],
        ["rule"] = ["holds"],
        ["formula"] = ["holds"],
        ["expression"] = ["holds"],
        ["check"] = ["holds"],
        ["assert"] = ["holds"],
        ["if"] = ["when"],
        ["condition"] = ["when"],
        ["description"] = ["message"],
        ["level"] = ["severity"],
        ["subject"] = ["at"],

        // Kinds
        ["number"] = ["count"],
        ["integer"] = ["count"],
        ["int"] = ["count"],
        ["long"] = ["count"],
        ["money"] = ["decimal"],
        ["amount"] = ["decimal"],
        ["float"] = ["decimal"],
        ["double"] = ["decimal"],
        ["string"] = ["text"],
        ["text"] = ["narrative"],
        ["enum"] = ["choice", "choices"],
        ["bool"] = ["choice"],
        ["boolean"] = ["choice"],
        ["datetime"] = ["date"],

        // References
        ["lastYear"] = ["previous"],
        ["last"] = ["previous"],
        ["prior"] = ["previous"],
        ["上年"] = ["previous"],
    };

    public static string? Find(string word, IReadOnlyList<string> candidates) =>
        s_meant.TryGetValue(word, out var meant) ? meant.FirstOrDefault(candidates.Contains) : null;
}
