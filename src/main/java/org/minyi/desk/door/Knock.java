package org.minyi.desk.door;

import org.minyi.desk.password.Account;

/** What became of somebody who showed a name and a password. */
sealed interface Knock {

    /** Both are right. */
    record Right(Account account) implements Knock {}

    /** The one or the other is wrong; which of them is said to nobody. */
    record Wrong() implements Knock {}

    /** Not looked at: too many were wrong before. */
    record TooMany() implements Knock {}

    /** Right, but there is no such member here. */
    record NoMember() implements Knock {}
}
