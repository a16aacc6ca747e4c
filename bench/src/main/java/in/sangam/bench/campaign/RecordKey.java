package in.sangam.bench.campaign;

/** A record as portal and hub both name it. */
record RecordKey(String portal, String stream, String sourceId) {

    @Override
    public String toString() {
        return portal + "." + stream + " " + sourceId;
    }
}
