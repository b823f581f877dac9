package org.minyi.channel.sms;

import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All links of this node, of whatever protocol. */
@Component
class Operators {

    private final ObjectProvider<SmsOperator> single;
    private final ObjectProvider<SmsOperators> configured;
    private final SmsSettings settings;

    Operators(ObjectProvider<SmsOperator> single, ObjectProvider<SmsOperators> configured, SmsSettings settings) {
        this.single = single;
        this.configured = configured;
        this.settings = settings;
    }

    /** A link and the terms that hold for it. */
    record Link(SmsOperator operator, LinkTerms terms) {

        String name() {
            return operator.name();
        }
    }

    /**
     * @throws IllegalStateException if two links have one name
     */
    List<Link> all() {
        var links = Stream.concat(
                        single.orderedStream(),
                        configured.orderedStream().flatMap(protocol -> protocol.operators().stream()))
                .map(operator -> new Link(operator, operator.terms().orElse(settings.terms())))
                .toList();
        var names = new HashSet<String>();
        for (var link : links) {
            if (!names.add(link.name())) {
                throw new IllegalStateException(
                        "two SMS links are called '%s'; each needs a name of its own".formatted(link.name()));
            }
        }
        return links;
    }
}
