package org.minyi.complaint.open311;

import java.beans.ConstructorProperties;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request as GeoReport hands it in, unchecked. Its names are the specification's.
 *
 * @param latitude WGS84, with {@code longitude}; or an address
 * @param address where it happened, in words
 * @param media address of a picture; kept as text, never fetched
 */
record Open311Post(
        String service,
        String latitude,
        String longitude,
        String address,
        String firstName,
        String lastName,
        String phone,
        String description,
        String media) {

    private static final int LONGEST_ADDRESS = 300;

    @ConstructorProperties({
        "service_code",
        "lat",
        "long",
        "address_string",
        "first_name",
        "last_name",
        "phone",
        "description",
        "media_url"
    })
    Open311Post {}

    /** Whether it says where: the specification wants one of both. */
    boolean hasPlace() {
        return (isDegrees(latitude, 90) && isDegrees(longitude, 180)) || isText(address, LONGEST_ADDRESS);
    }

    /** Family name first, as the city writes it. */
    String name() {
        return Stream.of(lastName, firstName)
                .filter(part -> part != null && !part.isBlank())
                .map(String::strip)
                .collect(Collectors.joining(" "));
    }

    /** What is kept of it as the person's words: there is no other place for a place. */
    String words() {
        var place = isText(address, LONGEST_ADDRESS) ? address.strip() : latitude + ", " + longitude;
        return Stream.of(
                        Optional.ofNullable(description).map(String::strip),
                        Optional.of("Where: " + place),
                        Optional.ofNullable(media)
                                .filter(url -> isText(url, 500))
                                .map(url -> "Picture: " + url))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static boolean isText(String text, int longest) {
        return text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl);
    }

    private static boolean isDegrees(String text, int most) {
        if (text == null || !text.matches("-?\\d{1,3}(\\.\\d{1,12})?")) {
            return false;
        }
        return Math.abs(Double.parseDouble(text)) <= most;
    }

    /** Shows nothing of the person. */
    @Override
    public String toString() {
        return "Open311Post[service=%s]".formatted(service == null ? null : service.replaceAll("[^a-z]", "?"));
    }
}
