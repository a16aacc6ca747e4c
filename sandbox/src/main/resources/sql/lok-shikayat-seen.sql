-- Shows the tables of Lok Shikayat's own server beside those of the other portals, so that the ledger is one query over
-- all of them. Written anew at every start, because the port may have changed.
create extension if not exists postgres_fdw;
drop server if exists lok_shikayat cascade;
drop schema if exists lokshikayat cascade;
create server lok_shikayat foreign data wrapper postgres_fdw
    options (host '127.0.0.1', port ':port', dbname ':database', fetch_size '5000');
create user mapping for current_user server lok_shikayat options (user ':user', password ':password');
create schema lokshikayat;
import foreign schema lokshikayat from server lok_shikayat into lokshikayat;
import foreign schema truth limit to (place_of) from server lok_shikayat into truth;
-- Without their sizes the ledger would compare every complaint with every place.
analyze lokshikayat.complaint_change, lokshikayat.hearing_change, truth.place_of;
