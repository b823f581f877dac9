package org.minyi.channel.sms;

/**
 * Thrown by a link when nothing of the window left this machine: no connection, no bind. Only then may the messages
 * wait for another try; any other exception leaves their fate unknown.
 */
public class OperatorUnreachable extends RuntimeException {

    public OperatorUnreachable(String why) {
        super(why);
    }
}
