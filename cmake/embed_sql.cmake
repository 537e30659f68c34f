# Writes SCHEMA as a C++ header: namespace jishan::LAYER { constexpr std::string_view schema_sql }.
# Run as a script: cmake -DSCHEMA=… -DHEADER=… -DLAYER=… -P embed_sql.cmake
file(READ "${SCHEMA}" sql)
file(WRITE "${HEADER}" "// Made from schema.sql by cmake/embed_sql.cmake.
#pragma once
#include <string_view>
namespace jishan::${LAYER} {
inline constexpr std::string_view schema_sql = R\"schema(
${sql})schema\";
}
")
