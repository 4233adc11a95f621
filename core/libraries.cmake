# How every library and program of the house is built: standard, warnings, optional tools, and
# the functions citypanel_core_library and citypanel_ui_library that make one target of a folder.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/bin)

if(NOT CMAKE_BUILD_TYPE)
    set(CMAKE_BUILD_TYPE Release CACHE STRING "" FORCE)
endif()

# Reading headers is what compiling this code costs most, so presets that build everything join
# their sources (CMAKE_UNITY_BUILD); the debug and tidy presets compile each file alone, which keeps
# its includes complete.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 24 CACHE STRING "Sources a translation unit where they are joined")

find_program(CITYPANEL_CCACHE ccache)
if(CITYPANEL_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers are cached only with these sloppiness flags (ccache manual, "Precompiled headers").
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros
        CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1 ${CITYPANEL_CCACHE})
endif()
find_program(CITYPANEL_MOLD mold)
if(CITYPANEL_MOLD)
    add_link_options(-fuse-ld=mold)
endif()

# A compiler that may use a gigabyte collects its garbage less often: a tenth of its time.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    add_compile_options("SHELL:--param ggc-min-heapsize=1000000")
endif()

find_package(Threads REQUIRED)
find_package(tl-expected REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(Qt6 6.4 REQUIRED COMPONENTS Core Gui Widgets Charts Svg Test LinguistTools)
find_package(QuaZip-Qt6 1.4 REQUIRED)

add_library(citypanel_options INTERFACE)
target_compile_options(citypanel_options INTERFACE
    -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wnon-virtual-dtor -Wold-style-cast
    -Woverloaded-virtual -Wdouble-promotion -Werror
    # GCC 12 sees overlaps in std::string that cannot be (its bug 105651).
    $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
    # The same bits on every machine: no contraction into fused operations, no machine-specific code.
    -ffp-contract=off)
target_include_directories(citypanel_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_definitions(citypanel_options INTERFACE
    EIGEN_MPL2_ONLY QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING)

# citypanel_light_optimisation(<target>): for code that is not numerical, where -O3 only costs time.
function(citypanel_light_optimisation target)
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
endfunction()

# The headers of the window are read once for all targets of ui and tests/ui where a preset asks for
# it. One target makes them, so its flags and macros are those that all the others share.
option(CITYPANEL_PRECOMPILED_HEADERS "Read ui/widgets/precompiled.h once" OFF)
if(CITYPANEL_PRECOMPILED_HEADERS)
    file(CONFIGURE OUTPUT ${CMAKE_BINARY_DIR}/precompiled.cpp CONTENT "")
    add_library(citypanel_ui_headers STATIC ${CMAKE_BINARY_DIR}/precompiled.cpp)
    target_link_libraries(citypanel_ui_headers PRIVATE citypanel_options tl::expected Qt6::Widgets)
    target_precompile_headers(citypanel_ui_headers PRIVATE ${CMAKE_SOURCE_DIR}/ui/widgets/precompiled.h)
    citypanel_light_optimisation(citypanel_ui_headers)
    # ccache has handed out precompiled headers of another checkout, which do not fit: always made anew.
    set_target_properties(citypanel_ui_headers PROPERTIES CXX_COMPILER_LAUNCHER "")
endif()

# citypanel_precompiled(<target>): a target that shows widgets.
function(citypanel_precompiled target)
    if(CITYPANEL_PRECOMPILED_HEADERS)
        target_precompile_headers(${target} REUSE_FROM citypanel_ui_headers)
    endif()
endfunction()

# citypanel_core_library(<folder> LINKS <targets>...): static library citypanel_<folder> of core/<folder>.
function(citypanel_core_library folder)
    cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    if(sources)
        add_library(citypanel_${folder} STATIC ${sources})
        target_link_libraries(citypanel_${folder} PUBLIC citypanel_options ${ARG_LINKS})
        target_compile_definitions(citypanel_${folder} PRIVATE QT_NO_KEYWORDS)
        target_sources(citypanel_${folder} PUBLIC FILE_SET HEADERS
            BASE_DIRS ${CMAKE_SOURCE_DIR} FILES ${headers})
    else()
        add_library(citypanel_${folder} INTERFACE)
        target_link_libraries(citypanel_${folder} INTERFACE citypanel_options ${ARG_LINKS})
    endif()
endfunction()

# citypanel_ui_library(<folder> LINKS <targets>...): static library citypanel_ui_<folder> of ui/<folder>.
# moc reads the headers alone (AUTOMOC hands it all include paths, which costs a second a header and
# changes nothing), and what it writes is compiled with the sources of the folder.
function(citypanel_ui_library folder)
    cmake_parse_arguments(ARG "" "" "LINKS" ${ARGN})
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
    file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.h)
    qt_wrap_cpp(sources ${headers} OPTIONS --no-notes)
    add_library(citypanel_ui_${folder} STATIC ${sources} ${headers})
    set_target_properties(citypanel_ui_${folder} PROPERTIES UNITY_BUILD_BATCH_SIZE 60)
    citypanel_light_optimisation(citypanel_ui_${folder})
    citypanel_precompiled(citypanel_ui_${folder})
    target_link_libraries(citypanel_ui_${folder} PUBLIC citypanel_options ${ARG_LINKS})
endfunction()
