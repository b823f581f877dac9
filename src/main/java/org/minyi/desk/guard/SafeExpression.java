package org.minyi.desk.guard;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.impl.juel.AstBinary;
import org.camunda.bpm.impl.juel.AstBracket;
import org.camunda.bpm.impl.juel.AstChoice;
import org.camunda.bpm.impl.juel.AstComposite;
import org.camunda.bpm.impl.juel.AstDot;
import org.camunda.bpm.impl.juel.AstEval;
import org.camunda.bpm.impl.juel.AstFunction;
import org.camunda.bpm.impl.juel.AstIdentifier;
import org.camunda.bpm.impl.juel.AstLiteral;
import org.camunda.bpm.impl.juel.AstMethod;
import org.camunda.bpm.impl.juel.AstNested;
import org.camunda.bpm.impl.juel.AstNumber;
import org.camunda.bpm.impl.juel.AstParameters;
import org.camunda.bpm.impl.juel.AstText;
import org.camunda.bpm.impl.juel.AstUnary;
import org.camunda.bpm.impl.juel.Builder;
import org.camunda.bpm.impl.juel.Node;
import org.camunda.bpm.impl.juel.TreeBuilderException;

/**
 * Reads an expression without running it, piece by piece against a list of what is allowed. What it lets pass
 * {@link GuardedExpressions} lets run; what it cannot read is refused.
 */
final class SafeExpression {

    private static final int LONGEST = 500;
    /** Inside an expression of a matter these are whole things of the engine. */
    private static final Set<String> ENGINE = Set.of("caseExecution", "externalTask");

    private final KnownBeans known;
    private final Set<String> objections = new TreeSet<>();

    private SafeExpression(KnownBeans known) {
        this.known = known;
    }

    static boolean isExpression(String text) {
        return text.contains("${") || text.contains("#{");
    }

    /** What is wrong with it, one sentence each; none for plain text. */
    static Set<String> objections(String text, KnownBeans known) {
        var reader = new SafeExpression(known);
        if (isExpression(text)) {
            reader.read(text);
        }
        return reader.objections;
    }

    /** The step that {@code #{name}} calls, where the text is nothing else. */
    static boolean isStep(String text, KnownBeans known) {
        var plain = text.strip();
        return plain.matches("[#$]\\{\\s*[A-Za-z0-9_]+\\s*}")
                && known.isStep(plain.substring(2, plain.length() - 1).strip());
    }

    /** For filters: who asks and when, and no variable, bean or part of anything. */
    static boolean isOfFunctionsAlone(String text) {
        if (text.length() > LONGEST || !isExpression(text)) {
            return false;
        }
        try {
            var root = builder().build(text).getRoot();
            return root instanceof AstEval && isOfFunctionsAlone((Node) root);
        } catch (TreeBuilderException unreadable) {
            return false;
        }
    }

    private static boolean isOfFunctionsAlone(Node node) {
        if (node instanceof AstMethod method) {
            return allows(Parts.ANY_VALUE, method)
                    && isOfFunctionsAlone(method.getChild(0).getChild(0))
                    && isOfFunctionsAlone(method.getChild(1));
        }
        var fits = node instanceof AstEval
                || node instanceof AstParameters
                || node instanceof AstNumber
                || (node instanceof AstFunction function && GuardedExpressions.FUNCTIONS.contains(function.getName()));
        return fits && children(node).stream().allMatch(SafeExpression::isOfFunctionsAlone);
    }

    private void read(String text) {
        if (text.length() > LONGEST) {
            objections.add("an expression has at most " + LONGEST + " characters");
            return;
        }
        try {
            read(builder().build(text).getRoot());
        } catch (TreeBuilderException unreadable) {
            objections.add("the expression cannot be read");
        }
    }

    private static Builder builder() {
        return new Builder(Builder.Feature.METHOD_INVOCATIONS);
    }

    private void read(Node node) {
        if (node instanceof AstIdentifier name) {
            readName(name.getName());
        } else if (node instanceof AstFunction function) {
            if (!GuardedExpressions.FUNCTIONS.contains(function.getName())) {
                objections.add("the function %s() does not exist for a model".formatted(function.getName()));
            }
            readChildren(node);
        } else if (node instanceof AstMethod method) {
            readCall(method);
        } else if (node instanceof AstDot dot) {
            readPart(dot);
        } else if (node instanceof AstBracket bracket) {
            readPlace(bracket);
        } else if (isPlain(node)) {
            readChildren(node);
        } else {
            objections.add("this kind of expression is not for a model");
        }
    }

    private static boolean isPlain(Node node) {
        return node instanceof AstEval
                || node instanceof AstComposite
                || node instanceof AstText
                || node instanceof AstLiteral
                || node instanceof AstBinary
                || node instanceof AstUnary
                || node instanceof AstChoice
                || node instanceof AstNested
                || node instanceof AstParameters;
    }

    private void readName(String name) {
        if (ENGINE.contains(name)) {
            objections.add("'%s' is not for a model".formatted(name));
        } else if (known.isKnown(name)) {
            objections.add("'%s' is a step of Minyi, no value".formatted(name));
        }
    }

    private void readPart(AstDot dot) {
        var owner = dot.getChild(0);
        var part = nameOf(dot);
        if (owner instanceof AstIdentifier name && known.isReadable(name.getName())) {
            if (!known.offers(name.getName(), part)) {
                objections.add("'%s' has no '%s' for a model".formatted(name.getName(), part));
            }
            return;
        }
        if (!partsOf(owner).properties().contains(part)) {
            objections.add("'%s' may not be read here".formatted(part));
        }
        readOwner(owner);
    }

    /** Of a list, by number or by a variable that counts; never by a word. */
    private void readPlace(AstBracket bracket) {
        if (!(bracket.getChild(1) instanceof AstNumber)) {
            objections.add("in brackets a number is expected");
        }
        readOwner(bracket.getChild(0));
    }

    private void readCall(AstMethod method) {
        var property = method.getChild(0);
        if (!(property instanceof AstDot dot)) {
            objections.add("a call in brackets is not for a model");
            return;
        }
        if (!allows(partsOf(dot.getChild(0)), method)) {
            objections.add("'%s(…)' may not be called here".formatted(nameOf(dot)));
        }
        readOwner(dot.getChild(0));
        read(method.getChild(1));
    }

    /** {@code execution} and {@code task} have parts; as values they go nowhere. */
    private void readOwner(Node owner) {
        if (owner instanceof AstIdentifier name
                && (name.getName().equals("execution") || name.getName().equals("task"))) {
            return;
        }
        read(owner);
    }

    private static boolean allows(Parts parts, AstMethod method) {
        return method.getChild(0) instanceof AstDot dot
                && parts.allows(nameOf(dot), method.getChild(1).getCardinality());
    }

    private static Parts partsOf(Node owner) {
        if (owner instanceof AstIdentifier name) {
            if (name.getName().equals("execution")) {
                return Parts.EXECUTION;
            }
            if (name.getName().equals("task")) {
                return Parts.OWN_TASK;
            }
        }
        return Parts.ANY_VALUE;
    }

    /** The engine's own parser tells a dot's name in its description only: {@code ". name"}. */
    private static String nameOf(AstDot dot) {
        return dot.toString().substring(1).strip();
    }

    private void readChildren(Node node) {
        children(node).forEach(this::read);
    }

    private static List<? extends Node> children(Node node) {
        return java.util.stream.IntStream.range(0, node.getCardinality())
                .mapToObj(node::getChild)
                .toList();
    }
}
