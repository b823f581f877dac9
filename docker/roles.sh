#!/bin/bash
# Run once by the database's image, when its volume is empty.
set -e
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
  -v database="$POSTGRES_DB" \
  -v owner="$MINYI_DB_OWNER" -v owner_password="$MINYI_DB_OWNER_PASSWORD" \
  -v application="$MINYI_DB_USER" -v application_password="$MINYI_DB_PASSWORD" \
  -f /roles.sql
