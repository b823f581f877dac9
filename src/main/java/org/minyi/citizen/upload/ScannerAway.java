package org.minyi.citizen.upload;

/** The scanner for viruses gives no answer: nothing is kept unscanned, so whoever hands a file in has to come back. */
public final class ScannerAway extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScannerAway(String why, Throwable cause) {
        super("the scanner for viruses gives no answer: " + why, cause);
    }
}
