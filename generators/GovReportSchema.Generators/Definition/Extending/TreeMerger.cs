using GovReportSchema.Generators.Diagnostics;

namespace GovReportSchema.Generators.Definition.Extending;

/// <summary>A member that the extending definition takes out.</summary>
/// <param name="Path">The keys that lead to it: <c>sections</c>, <c>applications</c>, <c>rows</c>, <c>received</c>.</param>
/// <param name="Node">What it was.</param>
/// <param name="At">Where it is taken out.</param>
internal sealed record Dropped(IReadOnlyList<string> Path, DefinitionNode Node, TextRange At);

/// <summary>
/// Lays one definition over another. Mappings whose keys are names given by definitions (rows, columns, sections, choices) merge name by
/// name, and their entries may be placed or dropped; all others merge key by key; any other value takes the place of the one before.
/// </summary>
internal sealed class TreeMerger(Mistakes mistakes)
{
    private static readonly string[] OfMembers = ["header", "sections", "blocks", "columns", "rows", "choices", "rules"];

    private readonly List<Dropped> _dropped = [];

    public IReadOnlyList<Dropped> Dropped => _dropped;

    public MappingNode Merge(MappingNode inherited, MappingNode own) => MergeKeys(inherited, own, []);

    private MappingNode MergeKeys(MappingNode inherited, MappingNode own, IReadOnlyList<string> path)
    {
        var entries = inherited.Entries.ToList();
        foreach (var entry in own.Entries)
        {
            var key = entry.Key.Value;
            var at = entries.FindIndex(other => other.Key.Value == key);
            var before = at < 0 ? null : entries[at].Value as MappingNode;
            var merged = entry.Value is not MappingNode mapping ? entry.Value
                : OfMembers.Contains(key) ? MergeMembers(before ?? Empty(mapping), mapping, [.. path, key])
                : before is null ? mapping
                : MergeKeys(before, mapping, [.. path, key]);
            Put(entries, at, new MappingEntry(entry.Key, merged));
        }

        return new MappingNode(entries, own.Range);
    }

    private MappingNode MergeMembers(MappingNode inherited, MappingNode own, IReadOnlyList<string> path)
    {
        var entries = inherited.Entries.ToList();
        var dropped = new List<string>();
        var names = inherited.Entries.Select(entry => entry.Key.Value).ToList();
        foreach (var entry in own.Entries)
        {
            var name = entry.Key.Value;
            var at = entries.FindIndex(other => other.Key.Value == name);
            if (entry.Value is not MappingNode member)
            {
                Put(entries, at, entry);
                continue;
            }

            var reader = new KeyedReader(member, $"'{Shown.Text(name)}' in '{path[path.Count - 1]}'", entry.Key.Range, mistakes);
            if (reader.Flag("drop"))
            {
                CheckDrop(reader, at >= 0);
                if (at >= 0)
                {
                    dropped.Add(name);
                    _dropped.Add(new Dropped([.. path, name], entries[at].Value, entry.Key.Range));
                }

                continue;
            }

            var kept = new MappingNode(
                [.. member.Entries.Where(key => !DefinitionKeys.Placing.Contains(key.Key.Value))], member.Range);
            var before = at < 0 ? Empty(member) : entries[at].Value as MappingNode ?? Empty(member);
            var merged = new MappingEntry(entry.Key, new MappingNode(MergeKeys(before, kept, [.. path, name]).Entries, member.Range)
            {
                Addition = at < 0 ? new Addition(name, names) : null,
            });
            if (PlaceOf(reader, entries, name) is { } sibling)
            {
                if (at >= 0)
                {
                    entries.RemoveAt(at);
                }

                var beside = entries.FindIndex(other => other.Key.Value == sibling);
                entries.Insert(reader.Has("after") ? beside + 1 : beside, merged);
            }
            else
            {
                Put(entries, at, merged);
            }
        }

        // Last, so that what replaces a dropped member can be placed beside it.
        entries.RemoveAll(entry => dropped.Contains(entry.Key.Value));
        return new MappingNode(entries, own.Range);
    }

    private void CheckDrop(KeyedReader reader, bool isInherited)
    {
        if (!isInherited)
        {
            mistakes.Report(DiagnosticDescriptors.NothingToDrop, reader.At, reader.What);
        }

        foreach (var other in reader.Entries.Where(entry => entry.Key.Value != "drop"))
        {
            mistakes.Report(
                DiagnosticDescriptors.DoesNotGo, other.Key.Range,
                Shown.Text(other.Key.Value), $"'drop: true' of {reader.What}", "what is dropped has nothing more to say");
        }
    }

    /// <summary>The sibling beside which a member is placed; null where it names none.</summary>
    private string? PlaceOf(KeyedReader reader, List<MappingEntry> siblings, string name)
    {
        if (reader.Has("after") && reader.Has("before"))
        {
            mistakes.Report(
                DiagnosticDescriptors.DoesNotGo, reader.Find("before")!.Key.Range,
                "before", $"'after' of {reader.What}", "one of the two says the place");
            return null;
        }

        if ((reader.Text("after") ?? reader.Text("before")) is not { } sibling)
        {
            return null;
        }

        var names = siblings.Select(other => other.Key.Value).Where(other => other != name).ToList();
        if (names.Contains(sibling.Value))
        {
            return sibling.Value;
        }

        mistakes.Report(
            DiagnosticDescriptors.UnknownSibling, sibling.Range,
            Shown.Text(sibling.Value), reader.What, mistakes.Suggest(sibling.Value, names));
        return null;
    }

    // What is added without a place goes last, but before a total that closes its group: a part stands before its total.
    private static void Put(List<MappingEntry> entries, int at, MappingEntry entry)
    {
        if (at >= 0)
        {
            entries[at] = entry;
            return;
        }

        var isAfterTotal = entries.Count > 0 && IsTotal(entries[entries.Count - 1]) && !IsTotal(entry);
        entries.Insert(isAfterTotal ? entries.Count - 1 : entries.Count, entry);
    }

    private static bool IsTotal(MappingEntry entry) => entry.Value is MappingNode node && node.Find("total") is not null;

    private static MappingNode Empty(MappingNode like) => new([], like.Range);
}
