# Finds the toolchain file of the emcc on PATH, whether it is Debian's package or an emsdk.
find_program(EMCC emcc REQUIRED)
get_filename_component(emcc_folder "${EMCC}" REALPATH)
get_filename_component(emcc_folder "${emcc_folder}" DIRECTORY)
include("${emcc_folder}/cmake/Modules/Platform/Emscripten.cmake")
