package org.minyi.channel.sms;

import java.util.List;

/** The links of one protocol, as they are configured. */
public interface SmsOperators {

    List<? extends SmsOperator> operators();
}
