using System.Collections;
using System.Text.Json;
using GovReportSchema.Locating;

namespace GovReportSchema;

/// <summary>
/// The repairs of a report, the likeliest first, then in the order of the form. Each by itself makes every rule hold, those about
/// <see cref="Unexplained"/> cells aside. They are the same ones in the same order on every machine.
/// </summary>
public sealed class RepairList : IReadOnlyList<Repair>
{
    private readonly Repair[] _repairs;

    internal RepairList(RepairState state, params Repair[] repairs) => (State, _repairs) = (state, repairs);

    /// <summary>Whether the report could be explained, and whether one explanation is likelier than the others.</summary>
    public RepairState State { get; }

    /// <summary>
    /// The cells that violated rules are about, and cells out of bounds, for which no repair accounts; with
    /// <see cref="RepairState.TooMany"/> only. Where errors lie in several parts of a form, the others are explained all the same.
    /// </summary>
    public IReadOnlyList<Cell> Unexplained { get; internal init; } = [];

    /// <inheritdoc/>
    public int Count => _repairs.Length;

    internal static RepairList None { get; } = new(RepairState.NothingToRepair);

    /// <inheritdoc/>
    public Repair this[int index] => _repairs[index];

    /// <summary>The repairs in a sentence or a few, for the clerk who filled the form; empty where there is nothing to repair.</summary>
    /// <param name="language">The language of labels and words.</param>
    public string GetMessage(Language language = Language.Chinese) => RepairWords.Message(this, language);

    /// <summary>
    /// Writes the repairs as an array of JSON:
    /// <c>[{"kind","rank","tied","reason","changes":[{"path","label","from","to"}]}]</c>.
    /// </summary>
    /// <param name="writer">Takes the array.</param>
    /// <param name="language">The language of reasons and labels.</param>
    public void WriteTo(Utf8JsonWriter writer, Language language = Language.Chinese)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartArray();
        foreach (var repair in _repairs)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(repair.Kind.ToString()));
            writer.WriteNumber("rank", repair.Rank);
            writer.WriteBoolean("tied", repair.IsTied);
            writer.WriteString("reason", repair.GetReason(language));
            writer.WriteStartArray("changes");
            foreach (var change in repair.Changes)
            {
                writer.WriteStartObject();
                writer.WriteString("path", change.Path);
                writer.WriteString("label", change.GetLabel(language));
                if (change.From is { } from)
                {
                    writer.WriteNumber("from", from);
                }
                else
                {
                    writer.WriteNull("from");
                }

                writer.WriteNumber("to", change.To);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public IEnumerator<Repair> GetEnumerator() => _repairs.AsEnumerable().GetEnumerator();

    /// <summary>Says what the entries of the report's repeating rows are called.</summary>
    internal void NameEntries(EntryNames? names)
    {
        if (names is null)
        {
            return;
        }

        foreach (var repair in _repairs)
        {
            repair.NameEntries(names);
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>What came of looking for repairs.</summary>
public enum RepairState
{
    /// <summary>No rule is violated, and the rules leave no blank a single number.</summary>
    NothingToRepair,

    /// <summary>One repair is likelier than all others, or is the only one.</summary>
    Located,

    /// <summary>Several repairs are equally likely: the rules cannot tell which it is.</summary>
    Tied,

    /// <summary>
    /// Rules are violated that up to three slips do not explain, or that too many explanations do: <see cref="RepairList.Unexplained"/>.
    /// The repairs, if there are any, mend the other parts of the report.
    /// </summary>
    TooMany,
}
