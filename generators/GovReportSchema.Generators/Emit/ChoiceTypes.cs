using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Emit;

/// <summary>
/// Names and writes the enums of choices. A row or column that says its choices has an enum of its own, called after it; those that
/// take them from their table's <c>cells</c> share one, called after the table.
/// </summary>
/// <param name="owner">The label of the table.</param>
internal sealed class ChoiceTypes(TypeNames names, string owner)
{
    private readonly List<Action<CodeWriter>> _enums = [];
    private readonly Dictionary<(string Path, string Label, ChoicesModel Choices), string> _known = [];
    private string? _shared;

    /// <summary>The enum of a cell; null where it holds no choice.</summary>
    /// <param name="path">Member names from the table down to the leaf that says what the cell holds.</param>
    /// <param name="label">The labels of that leaf.</param>
    public string? Of(CellTypeModel? cell, string[] path, string label) =>
        cell?.Choices is not { } choices ? null
        : choices.OfTable ? _shared ??= Add(choices, [path[0]], owner)
        : Add(choices, path, label);

    public void Emit(CodeWriter writer)
    {
        foreach (var write in _enums)
        {
            writer.Line();
            write(writer);
        }
    }

    private string Add(ChoicesModel choices, string[] path, string label)
    {
        // Rows of one table that are classes of their own share the enums of their columns.
        var of = (string.Join(".", path), label, choices);
        if (_known.TryGetValue(of, out var known))
        {
            return known;
        }

        var type = names.Take(path, "Choice");
        _known.Add(of, type);
        _enums.Add(writer =>
        {
            writer.Summary($"The choices of {label}.");
            using (writer.Braces($"public enum {type}"))
            {
                for (var i = 0; i < choices.Items.Count; i++)
                {
                    if (i > 0)
                    {
                        writer.Line();
                    }

                    writer.Summary(Labels.Both(choices.Items[i].Label));
                    writer.Line($"{Identifier.Property(choices.Items[i].Member)},");
                }
            }
        });
        return type;
    }
}
