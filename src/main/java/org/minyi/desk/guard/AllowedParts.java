package org.minyi.desk.guard;

import java.beans.FeatureDescriptor;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.impl.juel.jakarta.el.BeanELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ELContext;
import org.camunda.bpm.impl.juel.jakarta.el.ELException;
import org.camunda.bpm.impl.juel.jakarta.el.ELResolver;
import org.camunda.bpm.impl.juel.jakarta.el.ListELResolver;

/** Reads a part of a value, or calls one, where {@link Parts} allows it; anything else ends the expression. */
final class AllowedParts extends ELResolver {

    private final ELResolver bean = new BeanELResolver(true);
    private final ELResolver list = new ListELResolver(true);

    @Override
    public Object getValue(ELContext context, Object base, Object property) {
        if (base == null) {
            return null;
        }
        if (base instanceof Map<?, ?> map) {
            context.setPropertyResolved(true);
            return map.get(property);
        }
        if (base instanceof List<?> && property instanceof Number) {
            return list.getValue(context, base, property);
        }
        if (property instanceof String name && Parts.mayRead(base, name)) {
            return bean.getValue(context, base, name);
        }
        throw refusal(base, String.valueOf(property));
    }

    @Override
    public Object invoke(ELContext context, Object base, Object method, Class<?>[] types, Object[] arguments) {
        if (base != null
                && method instanceof String name
                && Parts.mayCall(base, name, arguments == null ? 0 : arguments.length)) {
            return bean.invoke(context, base, name, types, arguments);
        }
        throw refusal(base, method + "(…)");
    }

    /** Never what the value is or holds: that may be anybody's. */
    private static ELException refusal(Object base, String part) {
        return new ELException("an expression may not use '%s' of a %s"
                .formatted(
                        part, base == null ? "missing value" : base.getClass().getSimpleName()));
    }

    @Override
    public Class<?> getType(ELContext context, Object base, Object property) {
        return null;
    }

    @Override
    public void setValue(ELContext context, Object base, Object property, Object value) {
        throw refusal(base, String.valueOf(property));
    }

    @Override
    public boolean isReadOnly(ELContext context, Object base, Object property) {
        return true;
    }

    @Override
    public Iterator<FeatureDescriptor> getFeatureDescriptors(ELContext context, Object base) {
        return null;
    }

    @Override
    public Class<?> getCommonPropertyType(ELContext context, Object base) {
        return Object.class;
    }
}
