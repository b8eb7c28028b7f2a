namespace GovReportSchema;

/// <summary>A text in the two languages of a definition.</summary>
/// <param name="Zh">The text in Chinese; a label as printed on the form.</param>
/// <param name="En">The text in English.</param>
public readonly record struct Label(string Zh, string En)
{
    /// <summary>The text in one language.</summary>
    /// <param name="language">The language wanted.</param>
    public string In(Language language) => language == Language.English ? En : Zh;

    /// <summary>The text in Chinese, the language of the forms.</summary>
    public override string ToString() => Zh;
}

/// <summary>A language of labels and messages.</summary>
public enum Language
{
    /// <summary>Chinese, the language of the forms.</summary>
    Chinese,

    /// <summary>English.</summary>
    English,
}
