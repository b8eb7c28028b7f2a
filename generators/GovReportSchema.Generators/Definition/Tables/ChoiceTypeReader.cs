using GovReportSchema.Generators.Diagnostics;
using GovReportSchema.Generators.Model;

namespace GovReportSchema.Generators.Definition.Tables;

/// <summary>Reads what there is to choose from.</summary>
internal static class ChoiceTypeReader
{
    private const string Example = "choices: { yes: { zh: 是, en: Yes } }";

    public static CellTypeModel Read(KeyedReader reader, CellTypeModel? inherited, Mistakes mistakes)
    {
        var choices = inherited?.Choices;
        if (choices is null || reader.Has("choices"))
        {
            choices = new ChoicesModel(ReadChoices(reader, mistakes).ToEquatableArray(), OfTable: false);
        }

        return new CellTypeModel(CellKind.Choice, 0, null, 0, Math.Max(choices.Items.Count - 1, 0), BlankPolicy.Warning) { Choices = choices };
    }

    private static List<ChoiceModel> ReadChoices(KeyedReader owner, Mistakes mistakes)
    {
        if (owner.Required("choices") is not { } entry
            || KeyedReader.Open(entry, $"'choices' of {owner.What}", Example, mistakes) is not { } reader)
        {
            return [];
        }

        if (reader.Entries.Count == 0)
        {
            mistakes.Report(DiagnosticDescriptors.EmptyAxis, entry.Key.Range, "choices", owner.What, "choice");
        }

        MemberNames.CheckObject(
            reader.Entries.Select(choice => (choice.Key.Value, choice.Key.Range)), "each choice needs a name of its own", mistakes);
        return [.. reader.Entries.Select(choice => ReadChoice(choice, mistakes))];
    }

    private static ChoiceModel ReadChoice(MappingEntry choice, Mistakes mistakes)
    {
        MemberNames.CheckSpelling(choice.Key, mistakes);
        var reader = KeyedReader.Open(choice, $"the choice '{Shown.Text(choice.Key.Value)}'", "{ zh: 是, en: Yes }", mistakes);
        reader?.Refuse(DefinitionKeys.Choice);
        return new ChoiceModel(choice.Key.Value, reader?.OwnLabel() ?? new LabelModel("", ""));
    }
}
