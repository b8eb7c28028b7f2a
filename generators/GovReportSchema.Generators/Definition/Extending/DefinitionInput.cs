using System.Collections.Immutable;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Extending;

/// <summary>
/// All that one definition is read from: its own text and the texts of those that it extends. Of the other files nothing is
/// in it, so that an edit of one reads only itself and what extends it again.
/// </summary>
/// <param name="Bases">The texts that it extends, the nearest first; empty where it extends none.</param>
/// <param name="Problem">Why there are none, where there should be.</param>
internal sealed record DefinitionInput(DefinitionSource Source, EquatableArray<string> Bases, BaseProblem? Problem)
{
    /// <summary>The format ids of <see cref="Bases"/>.</summary>
    public EquatableArray<string> BaseIds { get; init; }

    public static DefinitionInput Of(DefinitionSource source, ImmutableArray<DefinitionSource> all)
    {
        var (bases, ids) = (new List<string>(), new List<string>());
        var seen = new HashSet<string>(StringComparer.Ordinal) { source.FormatId ?? "" };
        for (var id = source.Extends; id is not null;)
        {
            if (!seen.Add(id))
            {
                return Fail(bases.Count == 0 ? BaseProblemKind.Itself : BaseProblemKind.Circle, "");
            }

            // A file of the project wins over the official definition of that id.
            var found = all.FirstOrDefault(other => other.FormatId == id && other.Path != source.Path);
            if ((found is null ? OfficialDefinitions.Find(id) : found.Text) is not { } text)
            {
                List<string> known = [.. all.Select(other => other.FormatId).OfType<string>().Concat(OfficialDefinitions.Ids).Distinct().Where(other => other != source.FormatId)];
                var nearest = Nearest.Find(id, known) ?? all.FirstOrDefault(other => other != source && Path.GetFileName(other.Path) == id)?.FormatId;
                return Fail(BaseProblemKind.Unknown, nearest is null ? $"; there are {Shown.All(known)}" : $", did you mean '{nearest}'?");
            }

            bases.Add(text);
            ids.Add(id);
            id = found?.Extends;
        }

        return new DefinitionInput(source, bases.ToEquatableArray(), null) { BaseIds = ids.ToEquatableArray() };

        DefinitionInput Fail(BaseProblemKind kind, string suggestion) => new(source, default, new BaseProblem(kind, suggestion));
    }
}

internal enum BaseProblemKind
{
    /// <summary>No definition has the id.</summary>
    Unknown,

    /// <summary>It is the id of the definition itself.</summary>
    Itself,

    /// <summary>The definitions extend each other in a circle.</summary>
    Circle,
}

internal sealed record BaseProblem(BaseProblemKind Kind, string Suggestion);
