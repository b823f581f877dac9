package badhouse.attic;

import org.springframework.stereotype.Service;

/** Another room has a bean of this name: the container would start with neither. */
@Service
public class Twin {}
