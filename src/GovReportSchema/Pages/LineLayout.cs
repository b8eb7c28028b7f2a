namespace GovReportSchema.Pages;

/// <summary>How a page keeps columns by spaces.</summary>
/// <param name="IsWide">Whether it counts a Chinese character as two places; null where that is not known, and both have to agree.</param>
/// <param name="IsExact">Whether it is known to keep every place, even where one space parts two texts.</param>
internal readonly record struct LineLayout(bool? IsWide, bool IsExact = false);
