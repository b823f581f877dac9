/** One question to one person in one round: its code, its SMS, the reply, the answer. Floor 3. */
package org.minyi.question;
