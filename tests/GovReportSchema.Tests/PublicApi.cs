using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;

namespace GovReportSchema.Tests;

/// <summary>Prints what an assembly shows to those who reference it, members of a type in order, LF only.</summary>
internal static class PublicApi
{
    private const BindingFlags All = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private static readonly NullabilityInfoContext s_nullability = new();

    private static readonly Dictionary<Type, string> s_keywords = new()
    {
        [typeof(void)] = "void", [typeof(object)] = "object", [typeof(string)] = "string", [typeof(bool)] = "bool", [typeof(byte)] = "byte",
        [typeof(int)] = "int", [typeof(long)] = "long", [typeof(decimal)] = "decimal",
    };

    public static string Print(Assembly assembly)
    {
        var text = new StringBuilder();
        foreach (var type in assembly.GetExportedTypes().OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            text.Append(Kind(type)).Append(' ').Append(Name(type));
            var bases = new[] { type.BaseType }.Where(own => own is not null && own != typeof(object) && own != typeof(ValueType) && own != typeof(Enum))
                .Concat(type.GetInterfaces()).Select(own => Name(own!)).Order(StringComparer.Ordinal).ToList();
            text.Append(bases.Count > 0 && !type.IsEnum ? " : " + string.Join(", ", bases) : "").Append('\n');
            foreach (var line in type.GetMembers(All).Where(member => !IsCompilers(member)).Select(Member).OfType<string>().Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    private static bool IsCompilers(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal) || (member is not PropertyInfo && member.IsDefined(typeof(CompilerGeneratedAttribute), false)
            && member is not MethodInfo { Name: "Deconstruct" });

    private static string? Member(MemberInfo member) => member switch
    {
        ConstructorInfo { IsStatic: false } constructor when IsSeen(constructor) => Access(constructor) + "new" + Parameters(constructor),
        MethodInfo method when IsSeen(method) && !method.IsSpecialName =>
            $"{Access(method)}{Name(method.ReturnType)}{Mark(s_nullability.Create(method.ReturnParameter))} {method.Name}{Parameters(method)}",
        MethodInfo { IsSpecialName: true } method when IsSeen(method) && method.Name.StartsWith("op_", StringComparison.Ordinal) =>
            $"{Access(method)}{Name(method.ReturnType)} {method.Name}{Parameters(method)}",
        PropertyInfo property when property.GetAccessors(true).Any(IsSeen) => Property(property),
        FieldInfo field when field.IsPublic && !field.IsSpecialName =>
            $"{(field.IsLiteral ? "const " : "")}{Name(field.FieldType)} {field.Name}" + (field.IsLiteral ? $" = {field.GetRawConstantValue()}" : ""),
        _ => null,
    };

    private static string Property(PropertyInfo property)
    {
        var accessors = property.GetAccessors(true).Where(IsSeen).ToList();
        var words = accessors.Select(accessor => accessor == property.GetMethod
            ? "get"
            : accessor.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) ? "init" : "set").Order(StringComparer.Ordinal);
        return $"{Access(accessors[0])}{Name(property.PropertyType)}{Mark(s_nullability.Create(property))} {property.Name} {{ {string.Join("; ", words)}; }}";
    }

    private static string Parameters(MethodBase method) => "(" + string.Join(", ", method.GetParameters().Select(parameter =>
        $"{Name(parameter.ParameterType)}{Mark(s_nullability.Create(parameter))} {parameter.Name}"
        + (parameter.HasDefaultValue ? " = " + (parameter.DefaultValue ?? "default") : ""))) + ")";

    private static bool IsSeen(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static string Access(MethodBase method) =>
        (method.IsPublic ? "" : "protected ") + (method.IsStatic ? "static " : "") + (method.IsAbstract ? "abstract " : "");

    private static string Mark(NullabilityInfo nullability) =>
        nullability.ReadState == NullabilityState.Nullable && Nullable.GetUnderlyingType(nullability.Type) is null && !nullability.Type.IsByRef ? "?" : "";

    private static string Kind(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsInterface: true } => "interface",
        { IsValueType: true } => "struct",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static string Name(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return Name(underlying) + "?";
        }

        if (type.IsByRef)
        {
            return "ref " + Name(type.GetElementType()!);
        }

        if (type.IsArray)
        {
            return Name(type.GetElementType()!) + "[]";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        if (s_keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        var space = type.Namespace!.StartsWith("System", StringComparison.Ordinal) || type.Namespace == "GovReportSchema" ? "" : type.Namespace + ".";
        var name = type.IsNested ? Name(type.DeclaringType!) + "." + type.Name : space + type.Name;
        var tick = name.IndexOf('`', StringComparison.Ordinal);
        return tick < 0 ? name : name[..tick] + "<" + string.Join(", ", type.GetGenericArguments().Select(Name)) + ">";
    }
}
