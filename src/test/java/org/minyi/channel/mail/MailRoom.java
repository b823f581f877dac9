package org.minyi.channel.mail;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.minyi.TestDatabase;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.support.TransactionTemplate;

/** The mail package by itself: its own table in a real PostgreSQL, and nothing else of Minyi. */
final class MailRoom implements AutoCloseable {

    static final String DOMAIN = "police.lanhe.example";

    private final HikariDataSource database = new HikariDataSource();
    final MovingClock clock = new MovingClock();
    final List<Object> events = new CopyOnWriteArrayList<>();
    final MailTables tables;
    final TransactionTemplate transaction;
    final JdbcClient db;
    MailCarrier carrier;
    MailParts parts = mail -> List.of();
    /** What happens in the transaction that notes how a mail went. */
    Runnable whenNoted = () -> {};

    MailRoom() {
        database.setJdbcUrl(TestDatabase.fresh());
        database.setUsername(TestDatabase.OWNER);
        database.setMaximumPoolSize(4);
        db = JdbcClient.create(database);
        try {
            for (var migration : List.of("V140__channel.sql", "V187__channel.sql")) {
                for (var statement : Files.readString(Path.of("src/main/resources/db/migration", migration))
                        .split(";\\R", -1)) {
                    if (!statement.isBlank()) {
                        db.sql(statement).update();
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        tables = new MailTables(db);
        transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
    }

    MailSettings settings() {
        return settings(new MailSettings.Bounces("", 993, "", "", "INBOX", true));
    }

    MailSettings settings(MailSettings.Bounces bounces) {
        return new MailSettings(
                false,
                "centre@" + DOMAIN,
                "",
                "bounce",
                Duration.ofMinutes(10),
                Duration.ofDays(3),
                bounces,
                letters(0));
    }

    MailDispatcher dispatcher() {
        return new MailDispatcher(
                tables,
                one(MailCarrier.class, () -> carrier),
                one(MailParts.class, () -> parts),
                new Unsealing(settings(), null, null),
                settings(),
                transaction,
                this::note,
                clock);
    }

    /** The mailbox of letters at this port of this machine; none at 0. */
    static MailSettings.Letters letters(int port) {
        return letters(port, 500);
    }

    static MailSettings.Letters letters(int port, int mostPerHour) {
        return new MailSettings.Letters(
                port == 0 ? "" : "127.0.0.1",
                Math.max(1, port),
                "letters",
                "secret",
                "INBOX",
                "Minyi/Taken",
                "Minyi/Aside",
                mostPerHour,
                false);
    }

    Bounces bounces() {
        return new Bounces(tables, this::note, clock);
    }

    @Override
    public void close() {
        database.close();
    }

    private void note(Object event) {
        events.add(event);
        whenNoted.run();
    }

    UUID put(String subject) {
        return put(subject, List.of());
    }

    UUID put(String subject, List<String> copies) {
        var id = UUID.randomUUID();
        put(new MailDraft(id, List.of("north@" + DOMAIN), copies, subject, "现送达。"));
        return id;
    }

    void put(MailDraft draft) {
        transaction.executeWithoutResult(status -> new MailOutbox(tables, clock).put(List.of(draft)));
    }

    String state(UUID mail) {
        return db.sql("select state || coalesce(' ' || reason, '') from mail where id = :id")
                .param("id", mail)
                .query(String.class)
                .single();
    }

    MailCarrier smtp(int port) {
        var sender = new JavaMailSenderImpl();
        sender.setHost("127.0.0.1");
        sender.setPort(port);
        var limits = new Properties();
        limits.setProperty("mail.smtp.connectiontimeout", "5000");
        limits.setProperty("mail.smtp.timeout", "5000");
        sender.setJavaMailProperties(limits);
        return new SmtpCarrier(sender, clock);
    }

    static <T> org.springframework.beans.factory.ObjectProvider<T> one(Class<T> type, Supplier<T> bean) {
        var beans = new StaticListableBeanFactory();
        if (bean.get() != null) {
            beans.addBean(type.getSimpleName(), bean.get());
        }
        return beans.getBeanProvider(type);
    }
}
