using GovReportSchema.Generators.Definition;
using GovReportSchema.Generators.Definition.Extending;
using GovReportSchema.Generators.Emit;
using GovReportSchema.Generators.Model;
using Microsoft.CodeAnalysis;

namespace GovReportSchema.Generators;

/// <summary>Generates the types of each report format that a project defines in a <c>*.report.yaml</c> or <c>*.report.json</c>.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class ReportGenerator : IIncrementalGenerator
{
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // The additional files and one option are all that goes in: an edit of C# runs nothing again.
        var rootNamespace = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => ProjectOptions.RootNamespace(options))
            .WithTrackingName(Steps.RootNamespace);

        var sources = context.AdditionalTextsProvider
            .Where(static file => DefinitionFile.IsDefinition(file.Path))
            .Combine(rootNamespace)
            .Select(static (input, cancellation) => DefinitionFile.ReadText(input.Left, input.Right, cancellation))
            .WithTrackingName(Steps.Source);

        // To each file the texts that it extends, and no other, so that an edit reads again only what is built on it.
        var inputs = sources
            .Combine(sources.Collect())
            .Select(static (input, _) => DefinitionInput.Of(input.Left, input.Right))
            .WithTrackingName(Steps.Input);

        // Each on its own: text to checked model and mistakes, with positions.
        var definitions = inputs
            .Select(static (input, cancellation) => DefinitionFile.Read(input, cancellation))
            .WithTrackingName(Steps.Definition);

        // All files together: ids and types given twice.
        var all = definitions.Collect().Select(static (files, _) => DefinitionSet.Of(files)).WithTrackingName(Steps.DefinitionSet);

        // From here positions and models go apart, so that an edited comment moves diagnostics and emits nothing again.
        var mistakes = all.SelectMany(static (set, _) => set.Mistakes).WithTrackingName(Steps.Diagnostics);
        var models = all
            .SelectMany(static (set, _) => set.Models)
            .Where(static slot => slot.Model is not null)
            .Select(static (slot, _) => slot.Model!)
            .WithTrackingName(Steps.Model);
        var formats = models
            .Select(static (model, _) => new FormatEntry(model.FormatId, model.Namespace, model.TypeName))
            .Collect()
            .Select(static (entries, _) => entries.ToEquatableArray())
            .WithTrackingName(Steps.Formats);

        context.RegisterSourceOutput(mistakes, static (output, mistake) => output.ReportDiagnostic(mistake.ToDiagnostic()));
        context.RegisterSourceOutput(models, static (output, model) => Output.Add(
            output, model.TypeName, $"{model.Namespace}.", () => ReportEmitter.Emit(model)));
        context.RegisterSourceOutput(formats, static (output, entries) => Output.Add(
            output, "ReportFormats", "", () => entries.Count == 0 ? [] : [FormatsEmitter.Emit(entries)]));
    }

    /// <summary>The names under which the tests see each step run, or not run.</summary>
    internal static class Steps
    {
        public const string RootNamespace = nameof(RootNamespace);
        public const string Source = nameof(Source);
        public const string Input = nameof(Input);
        public const string Definition = nameof(Definition);
        public const string DefinitionSet = nameof(DefinitionSet);
        public const string Diagnostics = nameof(Diagnostics);
        public const string Model = nameof(Model);
        public const string Formats = nameof(Formats);
    }
}
