package org.minyi.demonstration;

import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.minyi.channel.phone.Hotline;
import org.minyi.organisation.Extensions;
import org.minyi.organisation.Members;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The simulated exchange as JSON, so that a script can pick up and hang up. */
@RestController
@RequestMapping("/simulator/api/calls")
@ConditionalOnProperty("minyi.simulator")
class TelephoneApi {

    private final SimulatedExchange exchange;
    private final Members members;
    private final Extensions extensions;

    TelephoneApi(SimulatedExchange exchange, Members members, Extensions extensions) {
        this.exchange = exchange;
        this.members = members;
        this.extensions = extensions;
    }

    record Telephone(String extension, String user, String name) {}

    record Switchboard(Collection<SimulatedExchange.Call> calls, List<Telephone> telephones) {}

    /** Who rings which hotline. */
    record Rung(Hotline hotline, String phone) {

        Rung {
            if (hotline == null || phone == null || !phone.matches("\\d{0,15}")) {
                throw new IllegalArgumentException("a hotline (PUBLIC or POLICE) and a number, or none, are expected");
            }
        }

        @Override
        public String toString() {
            return "Rung[" + hotline + "]";
        }
    }

    /** What is done with a receiver; the extension matters where a call to a hotline is picked up. */
    record Moved(boolean up, String extension) {}

    @GetMapping
    Switchboard switchboard() {
        var telephones = members.all().stream()
                .map(member -> extensions
                        .of(member.userId())
                        .map(extension -> new Telephone(extension, member.userId(), member.name()))
                        .orElse(null))
                .filter(Objects::nonNull)
                .toList();
        return new Switchboard(exchange.going(), telephones);
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    SimulatedExchange.Call ring(@RequestBody Rung rung) {
        return exchange.ring(rung.hotline(), rung.phone());
    }

    @PostMapping(path = "/{id}", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(@PathVariable String id, @RequestBody Moved receiver) {
        if (receiver.up()) {
            exchange.pickUp(id, receiver.extension());
        } else {
            exchange.hangUp(id);
        }
    }
}
