package org.minyi.desk.door;

import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.ldap.core.DirContextOperations;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.ldap.DefaultSpringSecurityContextSource;
import org.springframework.security.ldap.authentication.BindAuthenticator;
import org.springframework.security.ldap.authentication.LdapAuthenticationProvider;
import org.springframework.security.ldap.search.FilterBasedLdapUserSearch;
import org.springframework.security.ldap.userdetails.LdapUserDetailsMapper;
import org.springframework.validation.annotation.Validated;

/**
 * Passwords of the city's directory (LDAP): a person is looked up, and the directory itself says whether the password is
 * right. It is asked after the engine, so that an administrator with a password of their own comes in when it is away.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnExpression("!'${minyi.login.ldap.url:}'.isEmpty()")
@EnableConfigurationProperties(DirectoryLogin.Settings.class)
class DirectoryLogin {

    private static final int AFTER_THE_ENGINE = 2;

    /**
     * The city's directory.
     *
     * @param url with the base behind it: ldaps://directory.example.org/ou=people,dc=example,dc=org
     * @param user who looks people up; empty where anybody may
     * @param filter finds a person by what was typed, which stands in the place of {0}; (uid={0}) where nothing is said
     * @param id which attribute is the user id here
     */
    @Validated
    @ConfigurationProperties("minyi.login.ldap")
    record Settings(
            @NotNull @DefaultValue("") String url,
            @NotNull @DefaultValue("") String user,
            @NotNull @DefaultValue("") String password,
            @NotNull @DefaultValue("") String filter,
            @NotNull @DefaultValue("uid") String id) {

        Settings {
            filter = filter.isBlank() ? "(uid={0})" : filter;
        }

        @Override
        public String toString() {
            return "Settings[" + url + "]";
        }
    }

    @Bean
    @Order(AFTER_THE_ENGINE)
    AuthenticationProvider directory(Settings settings) {
        var directory = new DefaultSpringSecurityContextSource(settings.url());
        if (settings.user().isEmpty()) {
            directory.setAnonymousReadOnly(true);
        } else {
            directory.setUserDn(settings.user());
            directory.setPassword(settings.password());
        }
        directory.afterPropertiesSet();
        var bind = new BindAuthenticator(directory);
        bind.setUserSearch(new FilterBasedLdapUserSearch("", settings.filter(), directory));
        var provider = new LdapAuthenticationProvider(bind);
        provider.setUserDetailsContextMapper(new AsTheDirectorySpells(settings.id()));
        return provider;
    }

    /** A directory takes ZHANG.WEI for zhang.wei; here the one who is meant has one spelling only. */
    private static final class AsTheDirectorySpells extends LdapUserDetailsMapper {

        private final String id;

        AsTheDirectorySpells(String id) {
            this.id = id;
        }

        @Override
        public UserDetails mapUserFromContext(
                DirContextOperations person, String typed, Collection<? extends GrantedAuthority> authorities) {
            return new User(person.getStringAttribute(id), "", authorities);
        }
    }
}
