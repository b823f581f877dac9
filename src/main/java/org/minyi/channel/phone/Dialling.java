package org.minyi.channel.phone;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.minyi.audit.Deed;
import org.minyi.audit.Evidence;
import org.minyi.audit.Fact;
import org.minyi.citizen.Citizens;
import org.minyi.citizen.LineId;
import org.minyi.organisation.Extensions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Dials for people: first their own telephone rings, then the citizen's. */
@Service
public class Dialling {

    private static final Logger LOG = LoggerFactory.getLogger(Dialling.class);

    private final PhoneCallTables tables;
    private final List<PhoneExchanges> exchanges;
    private final Extensions extensions;
    private final Citizens citizens;
    private final Evidence evidence;
    private final TransactionTemplate transaction;
    private final PhoneCalls calls;
    private final Clock clock;

    Dialling(
            PhoneCallTables tables,
            List<PhoneExchanges> exchanges,
            Extensions extensions,
            Citizens citizens,
            Evidence evidence,
            TransactionTemplate transaction,
            PhoneCalls calls,
            Clock clock) {
        this.tables = tables;
        this.exchanges = exchanges;
        this.extensions = extensions;
        this.citizens = citizens;
        this.evidence = evidence;
        this.transaction = transaction;
        this.calls = calls;
        this.clock = clock;
    }

    /** Whether any exchange is connected at all, up or not. */
    public boolean isConnected() {
        return exchanges.stream().anyMatch(some -> !some.exchanges().isEmpty());
    }

    /** Whether this person has said where their telephone stands. */
    public boolean hasExtension(String user) {
        return extensions.of(user).isPresent();
    }

    /** Whether this person has a telephone that an exchange can ring now. */
    public boolean canDial(String user) {
        return exchange().isPresent() && hasExtension(user);
    }

    /**
     * Rings the person's own telephone, and the citizen's once they have picked up. Whether they may call this citizen is
     * asked before. Not to be called in a transaction: the exchange is asked when the call is committed.
     *
     * @throws ExchangeAway when nobody can dial; nothing rings then
     */
    public UUID dial(String user, UUID matter, LineId line) {
        var extension = extensions.of(user).orElseThrow(() -> new ExchangeAway("you have no extension yet"));
        var exchange = exchange().orElseThrow(() -> new ExchangeAway("no exchange is connected now"));
        var number = citizens.numbers(Set.of(line)).get(line);
        if (number == null) {
            throw new ExchangeAway("the number is not known any more");
        }
        var call = UuidCreator.getTimeOrderedEpoch();
        transaction.executeWithoutResult(status -> {
            tables.insertDialled(call, exchange.name(), user, extension, matter, line, clock.instant());
            evidence.keep(Fact.of(Deed.CALL_DIALLED, user).about(matter).with("call", call));
        });
        try {
            exchange.dial(extension, number, call);
        } catch (ExchangeAway away) {
            LOG.warn("{} did not take a call: {}", exchange.name(), away.getMessage());
            calls.tell(CallNews.of(exchange.name(), call.toString(), CallNews.What.ENDED, clock.instant()));
            throw away;
        }
        return call;
    }

    /** The one that would be asked now. */
    Optional<PhoneExchange> exchange() {
        return exchanges.stream()
                .flatMap(some -> some.exchanges().stream())
                .filter(PhoneExchange::isUp)
                .findFirst()
                .map(PhoneExchange.class::cast);
    }
}
