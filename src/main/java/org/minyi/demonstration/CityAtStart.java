package org.minyi.demonstration;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** The city stands before the first login page is shown. */
@Component
@ConditionalOnProperty("minyi.demonstration")
class CityAtStart implements SmartInitializingSingleton {

    private final City city;

    CityAtStart(City city) {
        this.city = city;
    }

    @Override
    public void afterSingletonsInstantiated() {
        city.found();
    }
}
