-- Cities of this database, and their few named settings (the demo's clock, say).
CREATE TABLE city (
    jurisdiction text NOT NULL PRIMARY KEY,
    name text NOT NULL
);

CREATE TABLE setting (
    jurisdiction text NOT NULL REFERENCES city (jurisdiction),
    name text NOT NULL,
    value text NOT NULL,
    PRIMARY KEY (jurisdiction, name)
);

-- The tree of units. A path is the codes from the root, each followed by a slash; aliases are parted by '|'.
CREATE TABLE unit (
    jurisdiction text NOT NULL REFERENCES city (jurisdiction),
    unit_id text NOT NULL,
    path text NOT NULL,
    name text NOT NULL,
    full_name text NOT NULL,
    kind text NOT NULL,
    aliases text NOT NULL DEFAULT '',
    active integer NOT NULL DEFAULT 1,
    position integer NOT NULL DEFAULT 0,
    PRIMARY KEY (jurisdiction, unit_id),
    UNIQUE (jurisdiction, path)
);

CREATE TABLE person (
    jurisdiction text NOT NULL REFERENCES city (jurisdiction),
    person_id text NOT NULL,
    name text NOT NULL,
    disabled_at text,
    PRIMARY KEY (jurisdiction, person_id)
);

-- A person in a unit with a role, from a day and perhaps to a day (inclusive). Ended posts stay: history names them.
CREATE TABLE post (
    jurisdiction text NOT NULL,
    post_id text NOT NULL,
    person_id text NOT NULL,
    unit_id text NOT NULL,
    role text NOT NULL,
    since text NOT NULL,
    until text,
    PRIMARY KEY (jurisdiction, post_id),
    FOREIGN KEY (jurisdiction, person_id) REFERENCES person (jurisdiction, person_id),
    FOREIGN KEY (jurisdiction, unit_id) REFERENCES unit (jurisdiction, unit_id)
);
CREATE INDEX post_by_person ON post (jurisdiction, person_id);
CREATE INDEX post_by_unit ON post (jurisdiction, unit_id);

CREATE TABLE account (
    jurisdiction text NOT NULL,
    person_id text NOT NULL,
    user_name text NOT NULL,
    normalised_name text NOT NULL,
    password_hash text,
    security_stamp text NOT NULL,
    must_change integer NOT NULL DEFAULT 0,
    access_failed_count integer NOT NULL DEFAULT 0,
    lockout_end text,
    PRIMARY KEY (jurisdiction, person_id),
    UNIQUE (jurisdiction, normalised_name),
    FOREIGN KEY (jurisdiction, person_id) REFERENCES person (jurisdiction, person_id)
);

-- Only the SHA-256 of a machine's token is kept, as hexadecimal digits.
CREATE TABLE api_token (
    jurisdiction text NOT NULL,
    token_id text NOT NULL,
    hash text NOT NULL,
    post_id text NOT NULL,
    name text NOT NULL,
    scope text NOT NULL,
    created_at text NOT NULL,
    expires_at text NOT NULL,
    revoked_at text,
    PRIMARY KEY (jurisdiction, token_id),
    UNIQUE (jurisdiction, hash),
    FOREIGN KEY (jurisdiction, post_id) REFERENCES post (jurisdiction, post_id)
);

-- Keys that protect cookies and form tokens, shared by every node of the installation.
CREATE TABLE protection_key (
    jurisdiction text NOT NULL REFERENCES city (jurisdiction),
    name text NOT NULL,
    xml text NOT NULL,
    PRIMARY KEY (jurisdiction, name)
);
