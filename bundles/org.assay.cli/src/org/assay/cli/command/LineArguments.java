package org.assay.cli.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

import org.assay.app.Argument;
import org.assay.app.ArgumentType;
import org.assay.app.ArgumentValues;
import org.assay.model.AssayException;

/** The arguments of use cases as options and positional parameters of one command, made from their descriptions. */
public final class LineArguments {

    private final CommandSpec spec;
    private final Map<Argument<?>, ArgSpec> specs = new LinkedHashMap<>();
    private int positions;

    public LineArguments(CommandSpec spec) {
        this.spec = spec;
    }

    /** Takes {@code argument} as an option, {@code --name} and perhaps a short name as {@code -o}. */
    public void option(Argument<?> argument, String... shortNames) {
        option(argument, argument.required(), shortNames);
    }

    /** Takes arguments as options that may be left out, also where their use case requires them: another one might be meant. */
    public void options(Collection<Argument<?>> arguments) {
        arguments.forEach(argument -> option(argument, false));
    }

    private void option(Argument<?> argument, boolean required, String... shortNames) {
        List<String> names = new ArrayList<>(List.of(shortNames));
        names.add("--" + argument.name());
        OptionSpec option = OptionSpec.builder(names.toArray(String[]::new)).required(required).arity(isFlag(argument) ? "0" : "1")
                .type(type(argument)).converters(converters(argument)).splitRegex(separator(argument)).paramLabel(argument.placeholder())
                .completionCandidates(candidates(argument)).description(description(argument)).build();
        specs.put(argument, option);
        spec.addOption(option);
    }

    /** Takes {@code argument} as the next word that belongs to no option. */
    public void position(Argument<?> argument) {
        position(argument, argument.required());
    }

    /** The same, but it may be left out, also where its use case requires it: another one might be meant. */
    public void optionalPosition(Argument<?> argument) {
        position(argument, false);
    }

    private void position(Argument<?> argument, boolean required) {
        PositionalParamSpec position = PositionalParamSpec.builder().index(String.valueOf(positions++)).required(required)
                .arity(required ? "1" : "0..1").type(type(argument)).converters(converters(argument))
                .paramLabel(argument.placeholder()).completionCandidates(candidates(argument)).description(description(argument)).build();
        specs.put(argument, position);
        spec.addPositional(position);
    }

    private static boolean isFlag(Argument<?> argument) {
        return argument.type() instanceof ArgumentType.Flag;
    }

    /** What picocli is to make of it; the argument's own type reads all but lists and flags. A shell completes paths. */
    private static Class<?> type(Argument<?> argument) {
        return switch (argument.type()) {
            case ArgumentType.Flag _ -> boolean.class;
            case ArgumentType.Several<?> _ -> List.class;
            case ArgumentType.FilePath _ -> Path.class;
            case ArgumentType.Text _, ArgumentType.WholeNumber _, ArgumentType.Size _, ArgumentType.Choice<?> _,
                    ArgumentType.EvidencePath _ -> Object.class;
        };
    }

    /** What a shell can propose. */
    private static List<String> candidates(Argument<?> argument) {
        return argument.type() instanceof ArgumentType.Choice<?> choice ? choice.words() : List.of();
    }

    private static ITypeConverter<?>[] converters(Argument<?> argument) {
        return switch (argument.type()) {
            case ArgumentType.Flag _ -> new ITypeConverter<?>[0];
            case ArgumentType.Several<?> several -> new ITypeConverter<?>[] {reading(several.each())};
            case ArgumentType.Text _, ArgumentType.WholeNumber _, ArgumentType.Size _, ArgumentType.Choice<?> _, ArgumentType.FilePath _,
                    ArgumentType.EvidencePath _ -> new ITypeConverter<?>[] {reading(argument.type())};
        };
    }

    private static String separator(Argument<?> argument) {
        return argument.type() instanceof ArgumentType.Several<?> several && several.commas() ? "," : "";
    }

    /** The percent sign begins a variable in picocli's descriptions. */
    private static String description(Argument<?> argument) {
        return argument.description().replace("%", "%%");
    }

    private static ITypeConverter<?> reading(ArgumentType<?> type) {
        return text -> {
            try {
                return type.read(text);
            } catch (AssayException e) {
                throw new TypeConversionException(e.getMessage());
            }
        };
    }

    /** What the command line gave. */
    public ArgumentValues values() {
        ArgumentValues values = new ArgumentValues();
        specs.forEach((argument, given) -> put(values, argument, given));
        return values;
    }

    @SuppressWarnings("unchecked") // the argument's own type has read the value
    private static <T> void put(ArgumentValues values, Argument<T> argument, ArgSpec given) {
        if (given.getValue() != null) {
            values.put(argument, (T) given.getValue());
        }
    }

    /** Refuses a command line that lacks one of {@code required}. */
    public void require(Collection<Argument<?>> required) {
        List<Argument<?>> missing = values().missing(required);
        if (!missing.isEmpty()) {
            throw refusal(missing.stream().map(argument -> "--" + argument.name()).collect(Collectors.joining(" and "))
                    + (missing.size() == 1 ? " is" : " are") + " missing. " + missing.stream()
                            .map(argument -> argument.label() + ": " + argument.description()).collect(Collectors.joining(" ")));
        }
    }

    /** Says that the command line is wrong. */
    public ParameterException refusal(String sentence) {
        return new ParameterException(spec.commandLine(), sentence);
    }

    /** Runs a check of the arguments: what it refuses is a mistake on the command line. */
    public void require(Runnable check) {
        try {
            check.run();
        } catch (AssayException e) {
            throw refusal(e.getMessage());
        }
    }

    /** The options that were given, by their long names. */
    public List<String> given() {
        return spec.commandLine().getParseResult().matchedOptions().stream().map(OptionSpec::longestName).toList();
    }
}
